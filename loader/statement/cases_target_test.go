package statement_test

// targetCases are about whom statements are, and styles of attribution.
func targetCases() []testCase {
	return []testCase{
		{
			"as somebody put it, according to somebody",
			"{q1|As} {s1|[P|Ada Byrne]} {q1|put it}, {c1|“it is over.”} {q2|According to} {s2|[P|Karl Voss]}, {c2|it is not}.",
			[]string{"DIRECT Ada Byrne: it is over.", "INDIRECT Karl Voss: it is not"},
		},
		{
			"according to somebody whose name the reader takes for content",
			"{q1|According to} {s1|its head of mission}, {c1|[P|Ada Byrne], the ship was late}.",
			[]string{"INDIRECT Ada Byrne: the ship was late"},
		},
		{
			"dashes for turns",
			"{q1|—} {c1|Go home}, {q1|shouted} {s1|[P|Ada Byrne]}.",
			[]string{"INDIRECT Ada Byrne: Go home"},
		},
		{
			"the words around a quotation's cue give its subject back",
			"“{c1|He rained},” said nobody. [P|Karl Voss], {s2|[P|Ada Byrne]} {q2|said}, “{c2|has an ear for everybody}”.",
			[]string{"DIRECT ?: He rained", "MIXED Ada Byrne: Karl Voss | has an ear for everybody ~ Karl Voss/named-subject"},
		},
		{
			"a frame is no statement",
			"{q1|Asked about} {c1|the dam}, {s2|[P|Ada Byrne]} {q2|said} {c2|that it was old}.",
			[]string{"INDIRECT Ada Byrne: it was old"},
		},
		{
			"what is said in a frame",
			"{q1|Commenting on} {c1|the words of envoy [P|Karl Voss] that it would rain}, {s2|[P|Ada Byrne]} {q2|said} {c2|that it had}.",
			[]string{"INDIRECT Karl Voss: it would rain", "INDIRECT Ada Byrne: it had ~ Karl Voss/frame"},
		},
		{
			"a frame behind the statement",
			"“{c1|He is late},” {s1|[P|Ada Byrne]} {q1|said} when asked about [P|Karl Voss].",
			[]string{"DIRECT Ada Byrne: He is late ~ Karl Voss/frame"},
		},
		{
			"not about the speaker; about a pronoun's and a title's person",
			"Mayor [P|Karl Voss] left. {s1|[P|Ada Byrne]} {q1|said} {c1|that Byrne had warned him and that the mayor had slept}.",
			[]string{"INDIRECT Ada Byrne: Byrne had warned him and that the mayor had slept ~ Karl Voss/pronoun"},
		},
		{
			"where something is, and what must act",
			"{s1|[P|Ada Byrne]} {q1|said} {c1|that [L|Norway] must move the ships in [L|Peru], near the town of [L|Bergen] and from [L|Rome] or [L|Vienna]}. " +
				"{s2|She} {q2|said} {c2|that in [L|Peru]'s ports it rained}.",
			[]string{
				"INDIRECT Ada Byrne: Norway must move the ships in Peru, near the town of Bergen and from Rome or Vienna ~ " +
					"Norway/named-subject, Peru/place, Bergen/place, Rome/place, Vienna/place",
				"INDIRECT Ada Byrne: in Peru's ports it rained ~ Peru/named",
			},
		},
		{
			"names of things, and a name that something is given",
			"{s1|[P|Ada Byrne]} {q1|said} {c1|that the [L|Brenta] tunnel leads to a resort called “[O|Paradise Two]”}.",
			[]string{"INDIRECT Ada Byrne: the Brenta tunnel leads to a resort called “Paradise Two” ~ Brenta/part, Paradise Two/label"},
		},
		{
			"both companies, neither of them, they behind a pair; they alone are nobody",
			"[O|Lumera] and [O|Hokuto] met. {s1|[P|Ida Holt]} {q1|thanked} {c1|both companies}. {s2|She} {q2|said} {c2|that neither of them was late}. " +
				"[L|Norway] and [L|Peru] agree. {s3|She} {q3|said} {c3|they were right}. Many ships left. It rained. {s4|She} {q4|said} {c4|that they sank}.",
			[]string{
				"INDIRECT Ida Holt: both companies ~ Lumera/group, Hokuto/group",
				"INDIRECT Ida Holt: neither of them was late ~ Lumera/group, Hokuto/group",
				"INDIRECT Ida Holt: they were right ~ Norway/group, Peru/group",
				"INDIRECT Ida Holt: they sank",
			},
		},
		{
			"both are urged",
			"[L|Norway] met [L|Peru]. {s1|[P|Ida Holt]} {q1|called on} {c1|both countries to go home}.",
			[]string{"INDIRECT Ida Holt > Norway > Peru: both countries to go home ~ Norway/group, Peru/group"},
		},
		{
			"its neighbour",
			"{s1|[L|Norway]} recalled its envoy from [L|Peru] and {q1|accused} {c1|its neighbour of theft}.",
			[]string{"INDIRECT Norway: its neighbour of theft ~ Peru/group"},
		},
		{
			"you are whom it is said to; in an interview that is a question",
			"{s1|[P|Ada Byrne]} {q1|told} [P|Karl Voss]: {c1|“You had six years.”}\n\n{s2|[O|Atlas Weekly]}{q2|:} {c2|Mrs [P|Holt], do you sleep?}\n\n{s3|[P|Ida Holt]}{q3|:} {c3|Yes.}",
			[]string{
				"DIRECT Ada Byrne > Karl Voss: You had six years. ~ Karl Voss/second-person",
				"DIRECT Atlas Weekly > Ida Holt: Mrs Holt, do you sleep?",
				"DIRECT Ida Holt > Atlas Weekly: Yes.",
			},
		},
		{
			"whom it tells to do something",
			"{s1|[P|Ada Byrne]} {q1|told} [O|RX] {c1|to name a coach}. {s2|She} {q2|told} [O|RX] {c2|that it rained}.",
			[]string{"INDIRECT Ada Byrne > RX: to name a coach ~ RX/told", "INDIRECT Ada Byrne > RX: it rained"},
		},
		{
			"by what somebody is to another",
			"[P|Karl Voss] left. {s1|[P|Ada Byrne]} {q1|said} {c1|that she doubts her counterpart’s word}.",
			[]string{"INDIRECT Ada Byrne: she doubts her counterpart’s word ~ Karl Voss/relation"},
		},
		{
			"whom the sentence of a quotation introduces, in its paragraph",
			"“{c1|It rained},” {s1|[P|Ada Byrne]} {q1|said}.\n\nBehind her stood [P|Luc Holt], a baker. “My bread has an opinion of its own.”",
			[]string{"DIRECT Ada Byrne: It rained", "DIRECT Luc Holt: My bread has an opinion of its own."},
		},
	}
}
