package entity_test

// moreCases are what names, titles and pronouns stand for by what stands around them.
func moreCases() []testCase {
	return []testCase{
		{
			"a pronoun of persons is no organization's and no place's",
			"[O|Meteo Sava] grew in [L|Norway]. He left, and she stayed.",
			[]string{"ORGANIZATION Meteo Sava: Meteo Sava", "PLACE Norway: Norway"},
		},
		{
			"an honorific makes a person, whatever the reader says, and is no part of the name",
			"Cllr [P|Ada Byrne] spoke. [O|Cllr Byrne] left.",
			[]string{"PERSON Ada Byrne: Ada Byrne, Cllr Byrne"},
		},
		{
			"a surname or first name behind the full name is the person's, but not a town's, nor an earlier company's",
			"[P|Conrad Bayliss] spoke. [O|Bayliss] left, and [O|Conrad] slept. [O|Ford] grew. [P|Ida Ford] runs it. [P|Nora Lund] flew. In [L|Lund] it rains.",
			[]string{
				"PERSON Conrad Bayliss: Conrad Bayliss, Bayliss, Conrad",
				"ORGANIZATION Ford: Ford",
				"PERSON Ida Ford: Ida Ford",
				"PERSON Nora Lund: Nora Lund",
				"PLACE Lund: Lund",
			},
		},
		{
			"a full name that the reader takes for a body's, by its first name and the surname elsewhere",
			"[O|Helen Storm] spoke. [P|Storm] was right. [O|Goldman Sachs] paid [P|Sachs].",
			[]string{"PERSON Helen Storm: Helen Storm, Storm", "ORGANIZATION Goldman Sachs: Goldman Sachs, Sachs"},
		},
		{
			"two halves of a name",
			"The astronomer [P|Tadeusz] [P|Mroz] spoke. [P|Mroz] left.",
			[]string{"PERSON Tadeusz Mroz: Tadeusz Mroz, Mroz"},
		},
		{
			"a couple",
			"[P|Ron] and [P|Maureen Tickle] called. [P|Ron] wept. [P|Anna] and [P|Mary Holt] met [P|Anna Byrne].",
			[]string{
				"PERSON Ron Tickle: Ron, Ron",
				"PERSON Maureen Tickle: Maureen Tickle",
				"PERSON Anna: Anna",
				"PERSON Mary Holt: Mary Holt",
				"PERSON Anna Byrne: Anna Byrne",
			},
		},
		{
			"a counterpart is the one other person near, or the next; with two others it is nobody",
			"[P|Ada Byrne] met [P|Karl Voss]. Byrne thanked her old western counterpart.\n\n[P|Ida Holt] doubts her rival's word.\n\n[P|Jon Reyes] left.",
			[]string{
				"PERSON Ada Byrne: Ada Byrne, Byrne, p:her",
				"PERSON Karl Voss: Karl Voss, t:old western counterpart",
				"PERSON Ida Holt: Ida Holt, p:her",
				"PERSON Jon Reyes: Jon Reyes",
			},
		},
		{
			"who is named only next",
			"[P|Ada Byrne] doubts her counterpart's word. [P|Jon Reyes] has left, she said.",
			[]string{"PERSON Ada Byrne: Ada Byrne, p:her, p:she", "PERSON Jon Reyes: t:counterpart, Jon Reyes"},
		},
		{
			"a relative has the surname",
			"[P|Anna Marsh] met [P|Peter Marsh] and [P|Mark Dunn]. Mrs [P|Anna Marsh] said her brother was late. Her father slept beside his wife.",
			[]string{"PERSON Anna Marsh: Anna Marsh, Anna Marsh, p:her, p:Her", "PERSON Peter Marsh: Peter Marsh, t:brother, p:his", "PERSON Mark Dunn: Mark Dunn"},
		},
		{
			"the words around a name tell the gender",
			"[P|Abena Quartey] and her brother, the businessman [P|Kojo Quartey], met. She was late. He was not.",
			[]string{
				"PERSON Abena Quartey: Abena Quartey, p:her, p:She",
				"PERSON Kojo Quartey: Kojo Quartey, p:He",
				"ROLE Kojo Quartey: businessman of -",
			},
		},
		{
			"a government and a people are their country; its films and tourists are not",
			"[L|Iceland] met [L|Switzerland]. The Icelandic government paid. The Swiss watched. Icelandic films ran. The Swiss tourists left.",
			[]string{"PLACE Iceland: Iceland, t:Icelandic government", "PLACE Switzerland: Switzerland, t:Swiss"},
		},
		{
			"a capital that must act",
			"[L|Russia] waits. [L|Moscow] must sign. [L|Moscow] must be cold.",
			[]string{"PLACE Russia: Russia, t:Moscow", "PLACE Moscow: Moscow, Moscow"},
		},
		{
			"the one body with the word in its name, though it is named later; a court is any court",
			"{s1|[P|Ada Byrne]} {q1|said} {c1|the council slept and the court woke}. [O|Holmeside Council] and [O|Valdera Court] are old.",
			[]string{
				"PERSON Ada Byrne: Ada Byrne",
				"ORGANIZATION Holmeside Council: t:the council, Holmeside Council",
				"ORGANIZATION Valdera Court: Valdera Court",
			},
		},
		{
			"the firm in what is said is the one before",
			"{s1|[P|Ada Byrne]} {q1|blamed} [O|Aquaviva]. {s2|[P|Karl Voss]} {q2|said} {c2|the firm was new}.",
			[]string{"PERSON Ada Byrne: Ada Byrne", "ORGANIZATION Aquaviva: Aquaviva, t:the firm", "PERSON Karl Voss: Karl Voss"},
		},
		{
			"by age",
			"[P|Bruno Ferrand] left. “{c1|It rained},” {s1|the 52-year-old} {q1|said}.",
			[]string{"PERSON Bruno Ferrand: Bruno Ferrand, t:the 52-year-old"},
		},
		{
			"who speaks is not him in the quotation, though a pronoun names him behind it",
			"[P|Bruno Ferrand] lost. The midfielder [P|Kwame Asante] wept. “{c1|We let him down},” {s1|he} {q1|said}.",
			[]string{
				"PERSON Bruno Ferrand: Bruno Ferrand, p:him",
				"PERSON Kwame Asante: Kwame Asante, p:he",
				"ROLE Kwame Asante: midfielder of -",
			},
		},
		{
			"who is asked whether he",
			"{s1|[P|Robin Mercer]} {q1|asked} [P|Achille Dorsay] {c1|whether he could smell}.",
			[]string{"PERSON Robin Mercer: Robin Mercer", "PERSON Achille Dorsay: Achille Dorsay, p:he"},
		},
		{
			"himself is the subject of its clause",
			"[P|Fanny Joubert] asks whether [P|Octavio Ruelle] swims there himself.",
			[]string{"PERSON Fanny Joubert: Fanny Joubert", "PERSON Octavio Ruelle: Octavio Ruelle, p:himself"},
		},
	}
}
