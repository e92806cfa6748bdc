/* Draws the charts of a page with ECharts, as SVG. The numbers come from the JSON block that the chart names, the
   colours from the theme. Lines differ by dash and symbol and bars by pattern, so that colour never says it alone.

   data: { x: [labels], series: [{ name, values }], unit, limits: { mean, upper, lower }, marks: [{ x, text }],
           stacked, percent }; for kind "survival" values are [[day, share still waiting], ...]. */
"use strict";

(() => {
  const DASHES = ["solid", "dashed", "dotted", [8, 3, 2, 3], [2, 2]];
  const SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin"];
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  const INK = token("--sociaal-ink");
  const SOFT = token("--sociaal-ink-soft");
  const LINE = token("--sociaal-line");
  const COLOURS = [1, 2, 3, 4, 5].map((number) => token(`--sociaal-chart-${number}`));
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });

  const withUnit = (data) => (value) => {
    if (value === null || value === undefined) return "–";
    return data.percent ? `${number.format(value * 100)} %` : `${number.format(value)} ${data.unit || ""}`.trim();
  };
  const axisText = { color: SOFT, fontFamily: "Noto Sans", fontSize: 13, hideOverlap: true };

  const base = (data, sentence) => ({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: "Noto Sans", color: INK },
    aria: { enabled: true, label: { description: sentence }, decal: { show: data.series.length > 1 } },
    grid: { left: 8, right: 24, top: data.series.length > 1 ? 40 : 28, bottom: 8, containLabel: true },
    legend: data.series.length > 1 ? { top: 0, left: 0, textStyle: { color: INK, fontSize: 14 } } : undefined,
    tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: withUnit(data), textStyle: { fontSize: 14 } },
  });
  const category = (data) => ({ type: "category", data: data.x, axisLabel: axisText, axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } } });
  const value = (data, more) => ({ type: "value", axisLabel: { ...axisText, formatter: withUnit(data) }, splitLine: { lineStyle: { color: LINE } }, ...more });

  const limitLines = (data) => {
    if (!data.limits) return undefined;
    const line = (name, type) => ({ yAxis: data.limits[name], name: data.limits[`${name}_label`], lineStyle: { color: SOFT, type, width: 1 } });
    const lines = [line("mean", "solid"), line("upper", "dashed"), line("lower", "dashed")];
    return {
      symbol: "none",
      silent: true,
      label: { formatter: "{b}", position: "insideEndTop", color: SOFT },
      data: [...lines.filter((one) => one.yAxis !== undefined && one.yAxis !== null), ...(data.marks || []).map((mark) => ({ xAxis: mark.x, name: mark.text, lineStyle: { color: INK, type: "dotted" }, label: { position: "end", rotate: 0 } }))],
    };
  };

  const lineSeries = (data, one, index, more) => ({
    type: "line",
    name: one.name,
    data: one.values,
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 7,
    showSymbol: one.values.length < 60,
    connectNulls: false,
    lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
    markLine: index === 0 ? limitLines(data) : undefined,
    ...more,
  });

  const KINDS = {
    line: (data) => ({ xAxis: category(data), yAxis: value(data), series: data.series.map((one, index) => lineSeries(data, one, index)) }),
    bars: (data) => ({
      xAxis: value(data),
      yAxis: { ...category(data), inverse: true },
      series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 28, stack: data.stacked ? "all" : undefined })),
    }),
    columns: (data) => ({
      xAxis: category(data),
      yAxis: value(data),
      series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 28, stack: data.stacked ? "all" : undefined })),
    }),
    survival: (data) => ({
      xAxis: { type: "value", min: 0, axisLabel: { ...axisText, formatter: (day) => `${number.format(day)} ${data.unit || ""}` }, splitLine: { show: false } },
      yAxis: { type: "value", min: 0, max: 1, axisLabel: { ...axisText, formatter: (share) => `${number.format(share * 100)} %` }, splitLine: { lineStyle: { color: LINE } } },
      series: data.series.map((one, index) => lineSeries(data, one, index, { step: "end", showSymbol: false })),
    }),
  };

  const draw = (place) => {
    const source = document.getElementById(place.dataset.chart);
    const kind = KINDS[place.dataset.kind];
    if (!source || !kind || place.dataset.ready) return;
    const data = JSON.parse(source.textContent);
    place.dataset.ready = "true";
    const sentence = document.getElementById(`${place.dataset.chart}-sentence`);
    const chart = window.echarts.init(place, null, { renderer: "svg" });
    chart.setOption({ ...base(data, sentence ? sentence.textContent : ""), ...kind(data) });
    new ResizeObserver(() => chart.resize()).observe(place);
  };

  const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);
  drawAll();
  document.addEventListener("htmx:afterSettle", drawAll);
})();
