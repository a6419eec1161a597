"""English words that say nothing about a subject: articles, pronouns, prepositions, auxiliaries.

Only words of grammar. Words that are common in a cohort ('research', 'project', 'librarian') are
damped by how many people write them; striking them out as well made matches worse.
"""

_WORDS = """
a about above across after afterwards again against ago all almost alone along already also
although always am among amongst an and another any anyhow anyone anything anyway anywhere are
aren around as aside at away
back be became because become becomes becoming been before beforehand behind being below beside
besides between beyond both but by
can cannot cant come could couldn
despite did didn do does doesn doing don done down due during
each eg either else elsewhere enough etc even ever every everyone everything everywhere except
few for former formerly from further furthermore
get give go got
had hadn has hasn have haven having he hence her here hereby herein hers herself him himself his
how however
ie if in indeed instead into is isn it its itself
just
last latter least less let ll
made make many may maybe me meanwhile might mine more moreover most mostly much must my myself
namely neither never nevertheless next no nobody none nor not nothing now nowhere
of off often on once one ones only onto or other others otherwise our ours ourselves out over
own per perhaps please put
quite
rather re really regarding
same say see seem seemed seems several shall she should shouldn since so some somehow someone
something sometime sometimes somewhat somewhere still such
take than that the their theirs them themselves then thence there thereafter thereby therefore
therein these they this those though through throughout thru thus to together too toward towards
two
under unless until up upon us use used uses using usually
various ve very via
was wasn we well were weren what whatever when whenever where whereas whereby wherein wherever
whether which while whither who whoever whole whom whose why will with within without won would
wouldn
yet you your yours yourself yourselves
"""

ENGLISH = frozenset(_WORDS.split())
