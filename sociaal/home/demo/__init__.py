"""The source texts of Voorbeeldstad, the fictional municipality of the demo: plain data, nothing from real
people.

All organisations, streets, residents and stories were made up. The texts are content, not screen text, so
they stand here in Dutch and not in the translation catalogue.
"""
