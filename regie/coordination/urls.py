"""Addresses of regie. Dutch words in the address, English names; never a name or BSN in either."""

from django.urls import path

from regie.coordination.views import agreements, parties, regie

urlpatterns = [
    path("regie/", regie.regie, name="regie"),
    path("casus/<slug:number>/regie/", regie.regie_panel, name="regie_panel"),
    path("casus/<slug:number>/regie/partner/nieuw/", parties.party_new, name="party_new"),
    path("casus/<slug:number>/regie/partner/<int:pk>/einde/", parties.party_end, name="party_end"),
    path("casus/<slug:number>/regie/afspraak/nieuw/", agreements.agreement_new, name="agreement_new"),
    path(
        "casus/<slug:number>/regie/afspraak/<int:pk>/", agreements.agreement_settle, name="agreement_settle"
    ),
]
