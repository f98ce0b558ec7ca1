package entity_test

// surnameCases are whose a surname is that stands alone, and what belongs to a name.
func surnameCases() []testCase {
	return []testCase{
		{
			"a surname that comes before a relative of its bearer is the bearer's, who is never named in full",
			"Mr. [P|Falk] spoke. [P|Falk] said he was glad. His wife, [P|Anna Falk], left. President [P|Falk] stayed, and Mrs. [P|Falk] slept.",
			[]string{"PERSON Falk: Falk, Falk, p:he, p:His, Falk", "PERSON Anna Falk: Anna Falk, Falk", "ROLE Falk: President of -"},
		},
		{
			"of the other gender, and of who rules",
			"[P|Anna Falk] came. The [P|Falk] administration fell. [P|Falk] said he was glad. [P|Falk] lost his hat.",
			[]string{"PERSON Anna Falk: Anna Falk", "PERSON Falk: Falk, Falk, p:he, Falk, p:his"},
		},
		{
			"a woman in office, though her surname is in a headline before",
			"[P|Falk] wins\n\n[P|Anna Falk] won. [P|Falk] said she was glad. The [P|Falk] administration begins. President [P|Anna Falk] smiled.",
			[]string{"PERSON Anna Falk: Falk, Anna Falk, Falk, p:she, Falk, Anna Falk", "ROLE Anna Falk: President of -"},
		},
		{
			"a father whom everybody knows, and his junior",
			"[P|Falk] spoke. His son, [P|Otto Falk] Jr., slept. [P|Falk] left.",
			[]string{"PERSON Falk: Falk, p:His, Falk", "PERSON Otto Falk Jr.: Otto Falk Jr."},
		},
		{
			"a formal name with a suffix is the name without it",
			"[P|Falk] resigns\n\n[P|Otto J. Falk], III, resigned. [P|Otto Falk] was tired, Mr. [P|Falk] said.",
			[]string{"PERSON Otto J. Falk, III: Falk, Otto J. Falk, III, Otto Falk, Falk"},
		},
		{
			"of two bearers the one who was called by the surname first, unless a title, an honorific or an office tells",
			"Senator [P|Anna Falk] spoke. [P|Falk] was tired. President [P|Otto Falk] slept.\n\nThe voters liked [P|Falk]. Mr. [P|Falk] woke. " +
				"Senator [P|Falk] left. The [P|Falk] years were long.",
			[]string{
				"PERSON Anna Falk: Anna Falk, Falk, Falk, Falk",
				"PERSON Otto Falk: Otto Falk, Falk, Falk",
				"ROLE Anna Falk: Senator of -",
				"ROLE Otto Falk: President of -",
			},
		},
		{
			"of two bearers the one whose pronouns follow",
			"[P|Otto Falk] and [P|Anna Falk] came. [P|Falk] said she was glad.\n\n[P|Falk] lost her hat. Then [P|Falk] took her leave.",
			[]string{"PERSON Otto Falk: Otto Falk", "PERSON Anna Falk: Anna Falk, Falk, p:she, Falk, p:her, Falk, p:her"},
		},
		{
			"what the reader cut off",
			"[P|Otto Falk] met Anna [P|Falk], George W. [P|Holt], Senator Elihu E. [P|Byrne] and [P|Theresa] May of the port, which may grow. Reporter Orla [P|Lund] slept. " +
				"[P|Helen Maria] [P|Voss], [P|Kim Dok]-un and [P|Beto O]’Leary left.",
			[]string{
				"PERSON Otto Falk: Otto Falk",
				"PERSON Anna Falk: Anna Falk",
				"PERSON George W. Holt: George W. Holt",
				"PERSON Elihu E. Byrne: Elihu E. Byrne",
				"PERSON Theresa May: Theresa May",
				"PERSON Orla Lund: Orla Lund",
				"PERSON Helen Maria Voss: Helen Maria Voss",
				"PERSON Kim Dok-un: Kim Dok-un",
				"PERSON Beto O’Leary: Beto O’Leary",
				"ROLE Elihu E. Byrne: Senator of -",
				"ROLE Orla Lund: Reporter of -",
			},
		},
		{
			"what is none of the name",
			"[P|Otto Falk] left in April. In April [P|Falk] came back. Will [P|Falk] stay? He will. The bill of Bill [P|Holt] failed. " +
				"A [P|Falk]-led team won. [P|Anna] Voted Out.",
			[]string{"PERSON Otto Falk: Otto Falk, Falk, Falk, p:He, Falk", "PERSON Bill Holt: Bill Holt", "PERSON Anna: Anna"},
		},
		{
			"titles that the reader left on a name, saints and storms",
			"[P|Otto Holt] slept. Chief [P|Justice Byrne] met [P|Pope Clement]. Rain fell in St. [P|Holt]. Hurricane [P|Holt] came.",
			[]string{
				"PERSON Otto Holt: Otto Holt",
				"PERSON Byrne: Byrne",
				"PERSON Clement: Clement",
				"PLACE St. Holt: St. Holt",
				"EVENT Hurricane Holt: Hurricane Holt",
				"ROLE Byrne: Chief Justice of -",
				"ROLE Clement: Pope of -",
			},
		},
		{
			"a word without a capital is no name, in a text that has capitals",
			"[P|Otto Earnest] spoke. He was in [P|earnest], [P|earnest] and bold.",
			[]string{"PERSON Otto Earnest: Otto Earnest, p:He"},
		},
		{
			"names without capitals in a text that has none",
			"[P|otto falk] spoke. then [P|falk] left.",
			[]string{"PERSON otto falk: otto falk, falk"},
		},
	}
}
