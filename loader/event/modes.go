package event

import "github.com/newsgraph/newsgraph/loader/article"

// modes are PLOVER's modes of the words that tell one, by type and base form.
var modes = map[article.EventType]map[string]string{
	article.Accuse: {
		"accuse": "allege", "blame": "allege", "accusation": "allege", "condemn": "disapprove", "denounce": "disapprove", "criticise": "disapprove", "criticize": "disapprove",
		"charge": "investigate", "indict": "investigate", "sue": "investigate", "lawsuit": "investigate",
	},
	article.Assault: {
		"assassinate": "assassinate", "assassination": "assassinate", "beat": "beat", "behead": "execute", "execute": "execute", "torture": "torture", "destroy": "destroy", "stab": "primitive",
		"gun": "firearms", "open": "firearms", "shoot": "firearms", "shooting": "firearms", "blow": "explosives", "bombing": "explosives", "detonate": "explosives", "explosion": "explosives",
		"airstrike": "heavy-weapons", "bombard": "heavy-weapons", "bombardment": "heavy-weapons", "shell": "heavy-weapons", "shelling": "heavy-weapons",
	},
	article.Coerce:  {"blockade": "restrict", "besiege": "restrict", "confiscate": "seize", "deport": "deport", "seize": "seize"},
	article.Consult: {"phone": "phone", "telephone": "phone"},
	article.Protest: {
		"demonstrate": "demo", "demonstration": "demo", "march": "demo", "protest": "demo", "rally": "demo", "riot": "riot", "strike": "strike",
	},
	article.Sanction: {"boycott": "discontinue", "expel": "expel", "freeze": "discontinue", "recall": "withdraw", "suspend": "discontinue"},
}
