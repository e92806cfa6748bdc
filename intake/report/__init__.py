"""The conversation report (gespreksverslag) as pure rules: from what was noted to the parts of a letter.

`facts` is what goes in, `parts` what comes out, `deciding` puts what the writer changed over it, `letter`
makes it a letter. Source: Wmo 2015 art. 2.3.2 lid 8, the written outcome of the inquiry, with what the
resident remarks.
"""
