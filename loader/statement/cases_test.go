package statement_test

type testCase struct {
	name, text string
	want       []string
}

func cases() []testCase {
	return []testCase{
		{
			"a turn of an interview is direct without marks",
			"{s1|[P|Ada Byrne]}{q1|:} {c1|We left early and nobody saw it.}",
			[]string{"DIRECT Ada Byrne: We left early and nobody saw it."},
		},
		{
			"direct, with surname",
			"[P|Ada Byrne] arrived. “{c1|The talks have failed},” {s1|[P|Byrne]} {q1|said}.",
			[]string{"DIRECT Ada Byrne: The talks have failed"},
		},
		{
			"split quotation is one statement",
			"{c1|“I suppose,”} {s1|[P|Ada Byrne]} {q1|said}, {c1|“that is me.”}",
			[]string{"DIRECT Ada Byrne: I suppose | that is me."},
		},
		{
			"split quotation that the reader gave as two",
			"{c1|“I suppose,”} {s1|[P|Ada Byrne]} {q1|said}. {c1|“That is me.”}",
			[]string{"DIRECT Ada Byrne: I suppose | That is me."},
		},
		{
			"mixed and indirect; that is not content",
			"{s1|[P|Ada Byrne]} {q1|said} {c1|that she has “mixed feelings” about [L|Norway]}. {s2|She} {q2|added} {c2|that it was late}.",
			[]string{
				"MIXED Ada Byrne: she has “mixed feelings” about Norway ~ Norway/named",
				"INDIRECT Ada Byrne: it was late",
			},
		},
		{
			"an opening and a closing mark of different kinds",
			"{c1|\"It is over,”} {s1|[P|Ada Byrne]} {q1|said}.",
			[]string{"DIRECT Ada Byrne: It is over"},
		},
		{
			"a group that a name modifies is not the name",
			"{s1|Some [L|US] officials} {q1|say} {c1|[P|Ada Byrne] will resign}. The [L|US] {q2|said} no.",
			[]string{"INDIRECT (Some US officials): Ada Byrne will resign ~ Ada Byrne/named-subject"},
		},
		{
			"the center, not its country",
			"{s1|[L|Russia]’s [O|Relief Center for Syria]} {q1|accused} {c1|the [L|US]-led coalition of creating the so-called ‘New River Army.’}",
			[]string{"INDIRECT Relief Center for Syria: the US-led coalition of creating the so-called ‘New River Army.’ ~ US-led coalition/named-subject"},
		},
		{
			"officials in a city, a spokesman in apposition, a title with of inside",
			"{s1|Officials in [L|Moscow]} {q1|said} {c1|it rained}. {s2|A spokesman for the ministry, [P|John Smith],} {q2|said} {c2|it snowed}. " +
				"{s3|Secretary of State [P|Rex Dale]} {q3|said} {c3|it froze}.",
			[]string{"INDIRECT (Officials in Moscow): it rained", "INDIRECT John Smith: it snowed", "INDIRECT Rex Dale: it froze"},
		},
		{
			"addressees",
			"{c1|Missions must end}, {s1|Foreign Minister [P|Ada Byrne]} {q1|told} [O|RX], {q2|adding} {c2|that [L|Oslo] was worried}{s2|}. " +
				"{s3|[P|Byrne]} {q3|told} reporters {c3|she would go}. {s4|[P|Karl Voss]} {q4|said} in an interview with the newspaper [O|Tagblatt] {c4|that he was ill}.",
			[]string{
				"INDIRECT Ada Byrne > RX: Missions must end",
				"INDIRECT ?: Oslo was worried ~ Norway/capital",
				"INDIRECT Ada Byrne: she would go",
				"INDIRECT Karl Voss > Tagblatt: he was ill",
			},
		},
		{
			"a frame before the statement; a place is where something is",
			"Speaking of [L|Norway]'s talks in [L|Oslo], {s1|[P|Ada Byrne]} {q1|said} {c1|[P|Karl Voss] had lied in [L|Bergen]}.",
			[]string{"INDIRECT Ada Byrne: Karl Voss had lied in Bergen ~ Norway/frame, Oslo/frame, Karl Voss/named-subject, Bergen/place"},
		},
		{
			"a statement within a quotation, that the reader did not see",
			"{c1|“[P|Rex Dale] used to tell me that the main goal of the [L|US] is peace but now it is vague,”} {s1|[P|Ada Byrne]} {q1|said}.",
			[]string{
				"DIRECT Ada Byrne: Rex Dale used to tell me that the main goal of the US is peace but now it is vague ~ Rex Dale/named-subject, United States/named-subject",
				"INDIRECT Rex Dale > Ada Byrne: the main goal of the US is peace ~ United States/named-subject in 0",
			},
		},
		{
			"a statement within a quotation, that the reader saw",
			"{c1|“{s2|[P|Rex Dale]} {q2|told} me {c2|that it is over},”} {s1|[P|Ada Byrne]} {q1|said}.",
			[]string{
				"DIRECT Ada Byrne: Rex Dale told me that it is over ~ Rex Dale/named-subject",
				"INDIRECT Rex Dale > Ada Byrne: it is over in 0",
			},
		},
		{
			"a floating quotation goes to the running speaker",
			"“{c1|It is late},” {s1|[P|Ada Byrne]} {q1|said}.\n\n“We should go home now.”\n\nThe rain went on.\n\n“Nobody came in the end.”",
			[]string{"DIRECT Ada Byrne: It is late", "DIRECT Ada Byrne: We should go home now. running-speaker", "DIRECT ?: Nobody came in the end."},
		},
		{
			"a floating quotation after somebody else is named is nobody's",
			"“{c1|It is late},” {s1|[P|Ada Byrne]} {q1|said}. [P|Karl Voss] nodded.\n\n“We should go home now.”",
			[]string{"DIRECT Ada Byrne: It is late", "DIRECT ?: We should go home now."},
		},
		{
			"a quotation over paragraphs is one statement",
			"{s1|[P|Ada Byrne]} {q1|said}: {c1|“The first day was long.}\n\n“The second day was longer.”",
			[]string{"DIRECT Ada Byrne: The first day was long. | The second day was longer."},
		},
		{
			"not said: negations, nobody, refusals",
			"{s1|[P|Ada Byrne]} {q1|has never said} {c1|that it was over}. {s2|No one} {q2|said} {c2|that it rained}. {s3|[P|Karl Voss]} stopped short of {q3|saying} {c3|that it snowed}. " +
				"{s4|He} declined to {q4|say} {c4|who paid}. {s5|She} left without {q5|saying} {c5|that it froze}. {s6|She} didn’t {q6|claim} {c6|that it thawed}.",
			[]string{
				"INDIRECT Ada Byrne: it was over NOT_SAID",
				"INDIRECT (No one): it rained NOT_SAID",
				"INDIRECT Karl Voss: it snowed NOT_SAID",
				"INDIRECT Karl Voss: who paid NOT_SAID",
				"INDIRECT Ada Byrne: it froze NOT_SAID",
				"INDIRECT Ada Byrne: it thawed NOT_SAID",
			},
		},
		{
			"said all the same: denials, habits, not only, would only",
			"{s1|[P|Ada Byrne]} {q1|denied} {c1|that it was over}. {s2|She} would often {q2|say} {c2|that it rained}. {s3|She} not only {q3|said} {c3|that it snowed}. " +
				"{s4|A spokesman} would {q4|say} only {c4|that it froze}. In May, {s5|[P|Karl Voss]} {q5|said} {c5|that it thawed}.",
			[]string{
				"INDIRECT Ada Byrne: it was over",
				"INDIRECT Ada Byrne: it rained",
				"INDIRECT Ada Byrne: it snowed",
				"INDIRECT (A spokesman): it froze",
				"INDIRECT Karl Voss: it thawed @ 2031-05-01 MONTH",
			},
		},
		{
			"not yet, or perhaps: modals, conditions, questions",
			"{s1|[P|Ada Byrne]} {q1|might argue} {c1|that it was over}. If {s2|[P|Karl Voss]} {q2|says} {c2|that it rained}, we will go. " +
				"{s3|She} is expected to {q3|announce} {c3|that it snowed}. Did {s4|she} {q4|say} {c4|that it froze}?",
			[]string{
				"INDIRECT Ada Byrne: it was over HYPOTHETICAL",
				"INDIRECT Karl Voss: it rained HYPOTHETICAL",
				"INDIRECT Ada Byrne: it snowed HYPOTHETICAL",
				"INDIRECT Ada Byrne: it froze HYPOTHETICAL",
			},
		},
		{
			"scare quotes, titles and names in quote marks are no statements",
			"[P|Ada Byrne] wrote “The Long Way Home”. The so-called ‘New River Army’ is “big”.",
			nil,
		},
		{
			"days",
			"{s1|[P|Ada Byrne]} {q1|said} on Monday {c1|it was over}. {s2|[P|Karl Voss]} {q2|said} yesterday {c2|it was not}. In May, {s3|[P|Voss]} {q3|said} {c3|that it rained on Sunday}.",
			[]string{
				"INDIRECT Ada Byrne: it was over @ 2031-06-09",
				"INDIRECT Karl Voss: it was not @ 2031-06-12",
				"INDIRECT Karl Voss: it rained on Sunday @ 2031-05-01 MONTH",
			},
		},
		{
			"weeks, months and years, and none for what is to come or has several",
			"{s1|[P|Ada Byrne]} {q1|said} last week {c1|it was over}. {s2|She} {q2|said} in December {c2|it was not}. {s3|She} {q3|wrote} in 2029 {c3|that it rained}. " +
				"{s4|She} {q4|will say} on Sunday {c4|that it snowed}. {s5|She} has {q5|said} since March {c5|that it froze}. {s6|She} {q6|said} two days ago {c6|that it thawed}.",
			[]string{
				"INDIRECT Ada Byrne: it was over @ 2031-06-02 WEEK",
				"INDIRECT Ada Byrne: it was not @ 2030-12-01 MONTH",
				"INDIRECT Ada Byrne: it rained @ 2029-01-01 YEAR",
				"INDIRECT Ada Byrne: it snowed HYPOTHETICAL",
				"INDIRECT Ada Byrne: it froze",
				"INDIRECT Ada Byrne: it thawed @ 2031-06-11",
			},
		},
		{
			"negated and hypothetical cues",
			"{s1|[P|Ada Byrne]} did not {q1|say} {c1|when it would end}. {s2|[P|Karl Voss]} would {q2|say} {c2|that it is over}.",
			[]string{"INDIRECT Ada Byrne: when it would end NOT_SAID", "INDIRECT Karl Voss: it is over HYPOTHETICAL"},
		},
		{
			"accused by",
			"[P|Ada Byrne] was {q1|accused} by {s1|[P|Karl Voss]} of {c1|taking a boat}. {s2|[P|Voss]} {q2|accused} [O|RX] of {c2|lying}.",
			[]string{
				"INDIRECT Karl Voss: taking a boat ~ Ada Byrne-/cue-object",
				"INDIRECT Karl Voss: lying ~ RX-/cue-object",
			},
		},
		{
			"agent of a passive, one quoted by a paper, nobody for it is alleged",
			"[P|Ada Byrne] {q1|was accused} on Monday by [P|Karl Voss] {c1|of paying for a road}. [P|Byrne] {q2|was quoted} by the {s2|[O|Prairie Star]} {c2|as saying it was wide}. " +
				"It {q3|is alleged} {c3|that [O|RX] gave money}.",
			[]string{
				"INDIRECT Karl Voss: of paying for a road ~ Ada Byrne-/cue-object @ 2031-06-09",
				"INDIRECT Ada Byrne: it was wide",
				"INDIRECT ?: RX gave money ~ RX/named-subject",
			},
		},
		{
			"a source of another sentence gives way to the subject of the cue",
			"[O|Meteo Sava] {q1|expects} {c1|the rain to stop}. {s1|[P|Karl Voss]} left.",
			[]string{"INDIRECT Meteo Sava: the rain to stop"},
		},
		{
			"an organization in apposition, the company after its name",
			"{s1|The machine's maker, [O|Tempo Dynamics],} {q1|said} {c1|it was fast}. {c2|[O|Tempo Dynamics] is late}, {s2|the company} {q2|said}.",
			[]string{"INDIRECT Tempo Dynamics: it was fast", "INDIRECT Tempo Dynamics: Tempo Dynamics is late"},
		},
		{
			"what points back is no statement",
			"{s1|[P|Ada Byrne]} {q1|denied} {c1|it}. {s2|She} {q2|rejected} {c2|the claim}. {s3|She} did not {q3|say} {c3|when}. {s4|She} {q4|declined} {c4|to comment on the ship}. {s5|She} {q5|said} {c5|it rained}.",
			[]string{"INDIRECT Ada Byrne: it rained"},
		},
		{
			"signed behind a dash, whatever the reader links",
			"{s1|[P|Karl Voss]} {q1|said}.\n\n{c1|“It rained all day.”} ― [P|Ada Byrne]\n\n{c2|“It snowed all day.”} — [P|Ida Holt].",
			[]string{"DIRECT Ada Byrne: It rained all day.", "DIRECT Ida Holt: It snowed all day."},
		},
		{
			"one who is named later by the same title; a group is nobody",
			"{s1|A ferry captain} {q1|said} {c1|that he saw nothing}. “{c2|There was fog},” {s2|Captain [P|Aarno Peltola]} {q2|said}. {s3|Two captains} {q3|said} {c3|it rained}.",
			[]string{
				"INDIRECT Aarno Peltola: he saw nothing named-later",
				"DIRECT Aarno Peltola: There was fog",
				"INDIRECT (Two captains): it rained",
			},
		},
		{
			"nobody, and the opening phrase of a sentence, before a source of another sentence",
			"{s1|[P|Ada Byrne]} left. Nobody at the port would {q1|say} {c1|who paid for it}. A fisherman in [L|Bergen] {q2|said} {c2|that the herring left}. {s2|[P|Karl Voss]} came.",
			[]string{"INDIRECT (Nobody): who paid for it NOT_SAID", "INDIRECT (A fisherman in Bergen): the herring left"},
		},
		{
			"a verb of saying inside of the content",
			"{s1|[P|Ada Byrne]} {q1|refused} {c1|to say when it opens}. [P|Karl Voss] {q2|is expected} {c2|to tell parliament in April that the plans were sound}.",
			[]string{"INDIRECT Ada Byrne: when it opens NOT_SAID", "INDIRECT Karl Voss: the plans were sound HYPOTHETICAL"},
		},
		{
			"whom one urges, whom a question names, both sides of an interview",
			"{s1|[P|Ida Holt]} {q1|urged} {c1|Mr [P|Karl Voss] and [O|RX] to go home}.\n\n{s2|[O|Atlas Weekly]}{q2|:} {c2|Mrs [P|Byrne], are you glad?}\n\n{s3|[P|Ada Byrne]}{q3|:} {c3|I am.}",
			[]string{
				"INDIRECT Ida Holt > Karl Voss > RX: Mr Karl Voss and RX to go home ~ Karl Voss/named, RX/named-subject",
				"DIRECT Atlas Weekly > Ada Byrne: Mrs Byrne, are you glad?",
				"DIRECT Ada Byrne > Atlas Weekly: I am.",
			},
		},
		{
			"both countries are the two before",
			"[L|Norway] met [L|Peru] in [L|Rome]. {s1|[P|Ida Holt]} {q1|said} {c1|that both countries were right}.",
			[]string{"INDIRECT Ida Holt: both countries were right ~ Norway/group, Peru/group"},
		},
		{
			"documents",
			"{s1|The [O|Harbour Ministry]} {q1|said} in a statement {c1|that it was wrong}. {s2|The statement} {q2|said} {c2|the port was open}. {s3|[P|Ada Byrne]'s letter} {q3|said} {c3|that it was not}. {s4|The study} {q4|found} {c4|that nothing grew}.",
			[]string{
				"INDIRECT Harbour Ministry: it was wrong",
				"INDIRECT Harbour Ministry: the port was open",
				"INDIRECT Ada Byrne: it was not",
				"INDIRECT (The study): nothing grew",
			},
		},
		{
			"a quotation behind a sentence about its speaker",
			"Prime Minister [P|Ada Byrne] remembered her teacher.\n\n“She threw me out of her school twice.”",
			[]string{"DIRECT Ada Byrne: She threw me out of her school twice."},
		},
		{
			"spokespeople speak for their body",
			"{s1|A spokesman for [O|Kelsay Council]} {q1|said} {c1|it was not asked}. {s2|A [O|Harbour Commission] spokeswoman} {q2|said} {c2|no}.",
			[]string{"INDIRECT Kelsay Council: it was not asked", "INDIRECT Harbour Commission: no"},
		},
		{
			"relative pronoun, title before a comma, honorific",
			"[P|Judith Amsel], {s1|who} {q1|argued} {c1|that it rained}, left. {s2|Its director, Dr. [P|Samir Holt],} {q2|said} {c2|it snowed}. " +
				"{s3|Her shadow, Sir [P|Colin Tait],} {q3|said} {c3|it froze}.",
			[]string{"INDIRECT Judith Amsel: it rained", "INDIRECT Samir Holt: it snowed", "INDIRECT Colin Tait: it froze"},
		},
		{
			"negated inside the cue",
			"{s1|[P|Ada Byrne]} {q1|did not say} {c1|when it would end}.",
			[]string{"INDIRECT Ada Byrne: when it would end NOT_SAID"},
		},
		{
			"two speakers",
			"{s1|[P|Ada Byrne] and [P|Karl Voss]} {q1|said} {c1|it was over}.",
			[]string{"INDIRECT Ada Byrne: it was over"},
		},
	}
}
