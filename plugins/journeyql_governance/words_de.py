"""German words that customers hardly ever use, one on a line; technical ones stand with the English words, too."""

from __future__ import annotations

from typing import Final

#: Technical words, and words of the trade.
JARGON: Final = """
Abwanderungsquote
Anforderungsanalyse
Bestandskunde
Bestandskunden
Datenbankabfrage
Datensatz
Datensätze
Durchlaufzeit
Endkunde
Endkunden
Fachabteilung
Geschäftsprozess
Geschäftsvorfall
Kundenbindung
Kundensegment
Kundenreise
Kontaktpunkt
Kontaktpunkte
Konversionsrate
Leistungserbringer
Medienbruch
Medienbrüche
Mandant
Mandantenfähigkeit
Neukundengewinnung
Prozesskette
Prozessschritt
Sachbearbeiter
Schnittstelle
Schnittstellen
Stammdaten
Ticketsystem
Vorgangsnummer
Wertschöpfung
Zielgruppe
""".strip()

#: Titles that are a term of marketing as a whole.
TITLES: Final = """
Abschluss
Abwicklung
Akquise
Akquisition
Aktivierung
Anbahnung
Auftragsabwicklung
Bestandskundenpflege
Bindung
Conversion
Kundenbindung
Kundengewinnung
Kundenpflege
Kundenrückgewinnung
Leadgenerierung
Loyalität
Nachkaufphase
Neukundengewinnung
Onboarding
Reaktivierung
Retention
Upselling
Vorkaufphase
Wiederkauf
""".strip()

#: German says such orders with nouns; there are no words at the beginning.
STARTS: Final = ""

#: The ends of words for what charts show: German writes them together with what is before them.
ENDS: Final = """
-abwicklung
-management
-phase
-prozess
-verfahren
-verwaltung
-workflow
""".strip()
