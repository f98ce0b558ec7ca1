package entity_test

type testCase struct {
	name, text string
	want       []string
}

func cases() []testCase {
	return []testCase{
		{
			"full name, surname, title, pronoun",
			"Norwegian Trade Minister [P|Ada Byrne] met [P|Karl Voss] on Monday. [P|Byrne] was late. The minister said she had missed a train.",
			[]string{
				"PLACE Norway: Norwegian",
				"PERSON Ada Byrne: Ada Byrne, Byrne, t:The minister, p:she",
				"PERSON Karl Voss: Karl Voss",
				"ROLE Ada Byrne: Trade Minister of Norway",
			},
		},
		{
			"the country is named: no mention from its adjective",
			"[L|Norway] is calm. Norwegian Prime Minister [P|Ada Byrne] spoke.",
			[]string{
				"PLACE Norway: Norway",
				"PERSON Ada Byrne: Ada Byrne",
				"ROLE Ada Byrne: Prime Minister of Norway",
			},
		},
		{
			"bracket and formerly",
			"Fighters of [O|Northern Watch] ([O|NW], formerly [O|NORWAT]) left. [O|NW] denied it.",
			[]string{"ORGANIZATION Northern Watch: Northern Watch, NW, NORWAT, NW"},
		},
		{
			"acronym by its letters",
			"The [O|World Harbour Organization] met. [O|WHO] rules apply. [O|ABC] stayed away.",
			[]string{
				"ORGANIZATION World Harbour Organization: World Harbour Organization, WHO",
				"ORGANIZATION ABC: ABC",
			},
		},
		{
			"a bracket that is no alias",
			"[P|Ida Holt] ([O|Labour]) and [P|Jon Reyes] ([O|Greens]) spoke in [L|Paris] ([L|Texas]).",
			[]string{
				"PERSON Ida Holt: Ida Holt",
				"ORGANIZATION Labour: Labour",
				"PERSON Jon Reyes: Jon Reyes",
				"ORGANIZATION Greens: Greens",
				"PLACE Paris: Paris",
				"PLACE Texas: Texas",
			},
		},
		{
			"who holds an office is a person, whatever the reader says",
			"Former Rep. [O|Teo O'Dair] met North Tano leader [O|Kin Jo Ul]. [O|O'Dair] left. The president of [O|Fair Vote] and the mayor, [O|Green Way] said, agree.",
			[]string{
				"PERSON Teo O'Dair: Teo O'Dair, O'Dair",
				"PERSON Kin Jo Ul: Kin Jo Ul",
				"ORGANIZATION Fair Vote: Fair Vote",
				"ORGANIZATION Green Way: Green Way",
				"ROLE Kin Jo Ul: leader of -",
			},
		},
		{
			"names of the United States",
			"The [L|US] said no. [L|U.S.] troops left. [L|America] waits for the [L|United States].",
			[]string{"PLACE United States: US, U.S., America, United States"},
		},
		{
			"a capital that acts is its country, one that does not is the city",
			"[L|Moscow] has been concerned. He flew to [L|Moscow]. “No,” [L|Washington] said. Rain fell in [L|Washington]. [L|Paris] is wet. [L|Russia] waits.",
			[]string{
				"PLACE Russia: t:Moscow, Russia",
				"PLACE Moscow: Moscow, Moscow",
				"PLACE Washington: Washington, Washington",
				"PLACE United States: t:Washington",
				"PLACE Paris: Paris",
			},
		},
		{
			"a company by the first word of its name, though the reader calls it a person; a town is not its radio",
			"[O|Kestrel Shipping] has sails. [P|Kestrel] is late. [O|Halden Radio] sings in [L|Halden].",
			[]string{
				"ORGANIZATION Kestrel Shipping: Kestrel Shipping, Kestrel",
				"ORGANIZATION Halden Radio: Halden Radio",
				"PLACE Halden: Halden",
			},
		},
		{
			"a first name in a quotation before the full name",
			"“[P|Yusuf] kept us alive.” [P|Yusuf Demirel] saved two.",
			[]string{"PERSON Yusuf Demirel: Yusuf, Yusuf Demirel"},
		},
		{
			"names that no reader found: the label of turns, whom one told, the word before a known name",
			"{s1|Atlas Weekly}{q1|:} {c1|Why?}\n\n{s2|[P|Ada Byrne]}{q2|:} {c2|Rain.}\n\n{s3|Atlas Weekly}{q3|:} {c3|Again?}\n\n" +
				"[L|Northern Tano] won. Northern [L|Tano] lost, {s4|[P|Byrne]} {q4|told} the Sun Dial {c4|that she won}. {s5|[P|Byrne]} {q5|told} Clara Moss {c5|that it rained}.",
			[]string{
				"ORGANIZATION Atlas Weekly: Atlas Weekly, Atlas Weekly",
				"PERSON Ada Byrne: Ada Byrne, Byrne, p:she, Byrne",
				"PLACE Northern Tano: Northern Tano, Northern Tano",
				"ORGANIZATION Sun Dial: Sun Dial",
				"PERSON Clara Moss: Clara Moss",
			},
		},
		{
			"father and son",
			"[P|Otto Falk] spoke. [P|Otto Falk Jr.] listened. [P|Falk Jr.] left. President [P|Falk] stayed.",
			[]string{
				"PERSON Otto Falk: Otto Falk, Falk",
				"PERSON Otto Falk Jr.: Otto Falk Jr., Falk Jr.",
				"ROLE Otto Falk: President of -",
			},
		},
		{
			"the son alone",
			"[P|Otto Falk Jr.] spoke. [P|Falk] left.",
			[]string{"PERSON Otto Falk Jr.: Otto Falk Jr., Falk"},
		},
		{
			"the son alone, but not by his surname",
			"[P|Otto Falk Jr.] spoke. [P|Falk Jr.] left. [P|Falk] is another.",
			[]string{"PERSON Otto Falk Jr.: Otto Falk Jr., Falk Jr.", "PERSON Falk: Falk"},
		},
		{
			"two people with one surname",
			"[P|Anna Marsh] met [P|Peter Marsh] on Sunday.\n\nOnly [P|Marsh] knows why. Mrs. [P|Marsh] left.",
			[]string{"PERSON Anna Marsh: Anna Marsh, Marsh", "PERSON Peter Marsh: Peter Marsh"},
		},
		{
			"a shared surname before the second person is introduced",
			"[P|Anna Marsh] spoke. [P|Marsh] was tired. Then [P|Peter Marsh] came.",
			[]string{"PERSON Anna Marsh: Anna Marsh, Marsh", "PERSON Peter Marsh: Peter Marsh"},
		},
		{
			"title after the name",
			"[P|Maria Sanz], the mayor of [L|Valdera], resigned. [P|John Smith], a spokesman for the ministry, confirmed it. The mayor left; the spokesman stayed.",
			[]string{
				"PERSON Maria Sanz: Maria Sanz, t:The mayor",
				"PLACE Valdera: Valdera",
				"PERSON John Smith: John Smith, t:the spokesman",
				"ROLE Maria Sanz: mayor of Valdera",
				"ROLE John Smith: spokesman of -",
			},
		},
		{
			"titles of bodies and with of inside",
			"[O|Kremlin] spokesman [P|Dmitry Orlov] met Secretary of State [P|Rex Dale] and [L|Russia]'s Foreign Minister [P|Sergey Belov]. The [O|Kremlin] spokesman smiled.",
			[]string{
				"ORGANIZATION Kremlin: Kremlin, Kremlin",
				"PERSON Dmitry Orlov: Dmitry Orlov, t:The Kremlin spokesman",
				"PERSON Rex Dale: Rex Dale",
				"PLACE Russia: Russia",
				"PERSON Sergey Belov: Sergey Belov",
				"ROLE Dmitry Orlov: spokesman of Kremlin",
				"ROLE Rex Dale: Secretary of State of -",
				"ROLE Sergey Belov: Foreign Minister of Russia",
			},
		},
		{
			"two ministers: the minister is nobody",
			"Finance Minister [P|Ada Byrne] met Defence Minister [P|Karl Voss]. The minister was angry. The defence minister left.",
			[]string{
				"PERSON Ada Byrne: Ada Byrne",
				"PERSON Karl Voss: Karl Voss, t:The defence minister",
				"ROLE Ada Byrne: Finance Minister of -",
				"ROLE Karl Voss: Defence Minister of -",
			},
		},
		{
			"gender rules pronouns out",
			"[P|Maria Sanz] met [P|Peter Holt]. She thanked him. His answer pleased her.",
			[]string{
				"PERSON Maria Sanz: Maria Sanz, p:She, p:her",
				"PERSON Peter Holt: Peter Holt, p:him, p:His",
			},
		},
		{
			"an object is not its own subject",
			"[P|Peter Holt] and [P|Mark Dunn] talked. [P|Holt] thanked him.",
			[]string{"PERSON Peter Holt: Peter Holt, Holt", "PERSON Mark Dunn: Mark Dunn, p:him"},
		},
		{
			"in a quotation he is not the speaker",
			"[P|Mark Dunn] has gone. “{c1|He was my friend},” {s1|[P|Peter Holt]} {q1|said}. {c2|He would miss the talks}, {s2|he} {q2|added}.",
			[]string{"PERSON Mark Dunn: Mark Dunn, p:He", "PERSON Peter Holt: Peter Holt, p:He, p:he"},
		},
		{
			"kinds by majority",
			"[O|Valdera] is a town. [L|Valdera] has a port. In [L|Valdera] it rains.",
			[]string{"PLACE Valdera: Valdera, Valdera, Valdera"},
		},
		{
			"Arabic article and honorifics",
			"Syrian President [P|Bashar al-Hadi] spoke. [P|Hadi] waved. Mr [P|Al-Hadi] left.",
			[]string{
				"PLACE Syria: Syrian",
				"PERSON Bashar al-Hadi: Bashar al-Hadi, Hadi, Al-Hadi",
				"ROLE Bashar al-Hadi: President of Syria",
			},
		},
		{
			"the ministry",
			"The [O|Valdera Defence Ministry] denied it. The ministry gave no reason. The company is new.",
			[]string{"ORGANIZATION Valdera Defence Ministry: Valdera Defence Ministry, t:The ministry"},
		},
		{
			"an acronym and a first name that the reader left",
			"The [O|International Cable Union] (ICU, formerly known as the [O|Telegraph Bureau]) and [P|Benedikt Aas] met. The ICU said no. “Benedikt called,” it said.",
			[]string{
				"ORGANIZATION International Cable Union: International Cable Union, ICU, Telegraph Bureau, ICU",
				"PERSON Benedikt Aas: Benedikt Aas, Benedikt",
			},
		},
		{
			"titles before a comma, and of a bank that is named elsewhere",
			"The leader of the [O|Civic Front], [P|Tobin Marsk], met his rival. The [O|World Bank] paid. [P|Lucia Ferran], the bank's director for the region, smiled.",
			[]string{
				"ORGANIZATION Civic Front: Civic Front",
				"PERSON Tobin Marsk: Tobin Marsk, p:his",
				"ORGANIZATION World Bank: World Bank",
				"PERSON Lucia Ferran: Lucia Ferran",
				"ROLE Tobin Marsk: leader of Civic Front",
				"ROLE Lucia Ferran: director of World Bank",
			},
		},
		{
			"a source that is described is the one person near",
			"Deputy Foreign Minister [P|Arkady Velin] spoke. “{c1|The paper is short},” {s1|the diplomat} {q1|said}.",
			[]string{
				"PERSON Arkady Velin: Arkady Velin, t:the diplomat",
				"ROLE Arkady Velin: Deputy Foreign Minister of -",
			},
		},
		{
			"a longer name does not own a word inside it before it comes",
			"[P|Chao] was a linguist. He taught. [P|Rulan Chao Pian] is his daughter.",
			[]string{"PERSON Chao: Chao, p:He", "PERSON Rulan Chao Pian: Rulan Chao Pian, p:his"},
		},
		{
			"groups are no actors",
			"Two officials and local refugees said the ministers had gone. They said he lied.",
			nil,
		},
	}
}
