package entity_test

// allianceCases are alliances that are called by who leads them.
func allianceCases() []testCase {
	return []testCase{
		{
			"an alliance is not who leads it, is called the same however that is written, and is taken up by its noun",
			"The [L|US]-led coalition flew over [L|Norway]. An American-led military coalition, the U.S.-led Coalition and the coalition led by the [L|United States] are one. The coalition left.",
			[]string{
				"ORGANIZATION US-led coalition: US-led coalition, American-led military coalition, U.S.-led Coalition, coalition led by the United States, t:The coalition",
				"PLACE Norway: Norway",
			},
		},
		{
			"countries by their everyday names",
			"A Saudi-led coalition bombed [L|Lisk]. A [L|Saudi Arabia]-led coalition denied it, a South Korean-led alliance and a French-led coalition too.",
			[]string{
				"ORGANIZATION Saudi-led coalition: Saudi-led coalition, Saudi Arabia-led coalition",
				"PLACE Lisk: Lisk",
				"ORGANIZATION South Korea-led alliance: South Korean-led alliance",
				"ORGANIZATION France-led coalition: French-led coalition",
			},
		},
		{
			"alliances of others, and missions, where the text knows them",
			"The [O|NATO]-led force and the Kurdish-led alliance met. A Kurdish-led alliance and a [L|US]-led mission are not known. The [L|Kenya]-led security mission is.",
			[]string{
				"ORGANIZATION NATO-led force: NATO-led force",
				"ORGANIZATION Kurdish-led alliance: Kurdish-led alliance",
				"PLACE United States: US",
				"ORGANIZATION Kenya-led mission: Kenya-led security mission",
			},
		},
		{
			"no alliance: of two, of a person, of a government, of one who backs; deeds; a name of its own",
			"The Saudi- and Emirati-led coalition, the [P|Merkel]-led coalition, a [L|Norway]-led coalition government, [L|US]-backed rebels, [L|US]-led strikes on the coalition, " +
				"the Kurdish-led [O|Syrian Democratic Forces].",
			[]string{
				"PERSON Merkel: Merkel",
				"PLACE Norway: Norway",
				"PLACE United States: US, US",
				"ORGANIZATION Syrian Democratic Forces: Syrian Democratic Forces",
			},
		},
		{
			"forces of a coalition that the article names, and of none",
			"[L|US]-led forces came. The [L|US]-led coalition stayed. [L|Norway]-led forces left.",
			[]string{"ORGANIZATION US-led coalition: US-led forces, US-led coalition", "PLACE Norway: Norway"},
		},
	}
}
