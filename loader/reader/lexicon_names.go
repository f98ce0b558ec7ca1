package reader

import "strings"

// addNameWords files the words that names are made of and that stand beside them.
func (l *lexicon) addNameWords() {
	l.add(cHonor, `mr mrs ms miss mx dr prof sir lady lord dame madam sheikh shaikh hajj haji imam mullah ayatollah rabbi
		rev fr sen rep gov gen col maj capt cmdr lt sgt cpl pvt adm hon pres sec brig supt insp messrs mme monsieur
		st chief uncle aunt auntie mk asi hh nana barrister engr chef ustaz alhaji prince princess pope saint sri shri smt datuk tan dato justice`)
	l.addPlural(cTitle|cHuman|cNoun|cCommon, `president minister premier chancellor secretary ambassador envoy senator representative
		governor mayor congressman congresswoman lawmaker deputy commissioner director chairman chairwoman chairperson
		chair chief head leader commander general colonel major captain lieutenant sergeant admiral marshal brigadier
		corporal private officer spokesman spokeswoman spokesperson king queen prince princess emperor pope bishop
		archbishop cardinal patriarch judge justice prosecutor attorney lawyer advocate professor doctor coach manager
		executive founder owner editor reporter journalist correspondent author writer director producer actor actress
		singer striker midfielder defender goalkeeper captain forward winger batsman bowler driver boxer champion
		analyst expert economist strategist adviser advisor aide counselor counsel councillor councilor councilman councilwoman
		member candidate nominee activist dissident inspector superintendent detective constable sheriff agent
		treasurer speaker principal dean chancellor vice-chancellor provost rector academic researcher scientist
		cleric preacher pastor priest father sister brother reverend monsignor sultan emir crown-prince vice-president
		presenter host star rapper comedian filmmaker novelist poet artist designer chef entrepreneur billionaire
		tycoon businessman businesswoman magnate banker investor lobbyist pollster diplomat politician warlord rebel
		mp cfo ceo coo cto md veteran rival colleague citizen teenager student teacher farmer resident defendant suspect
		victim pilot astronaut engineer opponent skipper umpire referee quarterback guard legend undersecretary
		comptroller auditor registrar ombudsman envoy negotiator organizer administrator coordinator chieftain mogul
		midwife nurse physician surgeon psychologist historian philosopher scholar columnist blogger anchor broadcaster
		co-founder co-chair president-elect first-lady consultant specialist solicitor barrister magistrate secretary-general`)
	l.add(cTitleMod|cCommon, `former ex acting interim late outgoing incoming vice deputy assistant associate senior junior prime
		foreign interior defence defense finance economy economic health education trade justice home environment energy
		agriculture transport tourism culture sports labour labor information oil petroleum planning security national
		state federal provincial regional general chief executive managing opposition rebel army military navy police
		attorney crown first supreme grand high under permanent presidential republican democratic democrat independent
		conservative socialist communist communications campaign press media union party team club government longtime
		veteran fellow lead head legendary billionaire retired ousted jailed exiled current then lone assistant
		investment staff district county city state township municipal bank political human rights lieutenant major brigadier
		vice-president cabinet junior principal special spiritual religious house senate congressional majority minority
		immigration budget commerce treasury water power industry science technology research development digital youth
		women affairs welfare housing works railway aviation mining fisheries forestry communications sport election`)
	l.addHeads()
	l.add(cFaith, faithWords)
	l.addGiven(givenNames)
	l.addGiven(givenNamesMore)
	l.add(cNation, demonyms)
	l.add(cNation, demonymsPeople)
}

// addHeads files the words that say what a name stands for.
func (l *lexicon) addHeads() {
	l.addPlural(cOrgHead, `ministry department agency council committee commission party front army navy police guard
		brigade battalion regiment division corps force union university college institute institution school academy hospital clinic
		church mosque court tribunal parliament congress senate assembly house cabinet bank group company corporation
		association federation confederation organization organisation foundation trust society club league
		alliance coalition movement network authority board bureau office service center centre
		initiative inc corp ltd llc plc limited holdings partners ventures capital enterprises industries airlines airways motors
		motor records studios pictures entertainment media news times post herald tribune gazette journal daily chronicle
		observer guardian telegraph globe mail reuters press broadcasting television radio tv magazine
		review united fc cf sc afc bc rovers wanderers athletic hotspur rangers orchestra choir band
		command task-force watch monitor laboratory lab labs systems technologies technology solutions software pharmaceuticals
		pharma energy oil petroleum mining steel insurance securities investments consulting associates brothers
		co bancorp exchange chamber delegation secretariat directorate administration taskforce unit squad
		consortium cooperative caucus lobby guild syndicate embassy consulate legislature judiciary registry treasury
		dynamo sporting parliament workers resistance brotherhood liberation jihad militia gendarmerie intelligence
		communications telecom electric foods airlines consultancy logistics analytics bloc forum collective campaign
		fund program programme project commissioner museum library gallery theater theatre`)
	l.words["commissioner"] &^= cOrgHead
	l.words["commissioners"] &^= cOrgHead
	l.add(cOrgOf, `university bank ministry department college institute house church council court office bureau school
		association society league federation organization organisation chamber committee commission board academy
		union party center centre army museum library fund alliance front coalition group assembly parliament confederation
		knights sons daughters brotherhood movement congress authority faculty hospital archdiocese diocese cathedral
		port embassy consulate secretariat directorate institution conference friends doctors reporters
		institution foundation trust campaign network legion agency administration corps`)
	l.addPlural(cPlaceHead, `province state county district region city town village island peninsula river lake sea ocean gulf bay
		strait mountain hill valley desert forest park street road avenue boulevard square lane drive highway
		bridge airport stadium arena hall palace tower building plaza port harbor harbour beach coast canyon territory
		republic kingdom emirate governorate prefecture oblast municipality borough suburb neighborhood heights
		springs falls creek canal pass plateau plain delta cape point fort castle temple cathedral prison camp
		hotel mall market complex station terminal dam reservoir cemetery zoo garden reserve
		crossing border junction ridge basin channel crater volcano glacier archipelago atoll reef estate township quarter
		house mansion villa farm ranch court apartments mine field zone strip belt ghetto barracks base wharf pier dock`)
	for _, w := range strings.Fields(`house court market field reserve drive border point base camp farm complex markets fields houses courts
		pass passes state states plain points`) {
		l.words[w] |= cCommon
	}
	l.add(cPlaceOf, `gulf strait bay republic city town village island isle isles kingdom province district sea cape
		port lake district territory emirate horn`)
	l.addPlural(cEventHead, `war festival olympics olympiad cup championship tournament games marathon summit conference
		revolution uprising earthquake hurricane cyclone typhoon tsunami expo biennale carnival parade
		referendum massacre holocaust genocide crusade derby regatta prix intifada derby grammys oscars
		symposium convention pandemic talks`)
	l.addPlural(cOrgHead, `ferry shipping mutual fm weekly playhouse shipyard brewery railway textiles chemicals electronics rail
		cruises transport logistics freight publishing newspapers apparel cosmetics biotech therapeutics genomics
		semiconductor microsystems dairies distillers refinery utilities outfitters marine ballet opera orchestra quartet
		enforcement services survey archives statistics conservancy parliamentarians`)
	l.add(cOrgCue, `company operator insurer newspaper agency broadcaster firm maker bank retailer airline publisher group party
		club website magazine channel network station startup start-up charity carmaker automaker brewer regulator producer
		supplier manufacturer developer carrier conglomerate giant lender brand chain tabloid daily weekly outlet blog
		nonprofit non-profit think-tank watchdog organisation organization union federation association militia team
		university school college studio label platform app contractor consultancy lobby coalition movement newswire`)
	l.add(cDirection, `north south east west northern southern eastern western central upper lower inner outer greater new
		northeast northwest southeast southwest north-east north-west south-east south-west northeastern northwestern
		southeastern southwestern saint san santa el los las la le mount lake port fort cape st mt ft rio sao são isle gulf
		bay ras wadi jabal jebel tel tell kfar deir khan bab beit umm ain`)
}

// addGiven files given names, except those that are words of grammar much more often.
func (l *lexicon) addGiven(list string) {
	for _, w := range strings.Fields(list) {
		if l.words[w]&functionWord == 0 || w == "will" || w == "may" {
			l.words[w] |= cGiven
		}
	}
}

const faithWords = `muslim muslims christian christians jewish jew jews hindu hindus buddhist buddhists catholic catholics
	protestant protestants orthodox sunni sunnis shia shiite shiites shi'ite sikh sikhs alawite alawites druze yazidi
	yazidis evangelical evangelicals anglican mormon islamic islam christianity judaism hinduism buddhism islamist
	islamists zionist kurdish kurd kurds arab arabs arabic bedouin roma latino latinos hispanic hispanics latina
	african-american african-americans black white asian asians caucasian tatar tatars uighur uighurs uyghur uyghurs
	tamil tamils tutsi hutu pashtun pashtuns baloch hebrew english mandarin hindi urdu bengali persian punjabi
	swahili latin yoruba igbo hausa zulu xhosa cantonese republican republicans democrat democrats democratic
	communist communists socialist socialists conservative conservatives liberal liberals labour tory tories marxist
	leninist nazi nazis fascist fascists soviet soviets bolshevik maoist salafist salafi wahhabi jihadist houthi
	rohingya slavic nordic baltic scandinavian european europeans western westerners western-backed african africans
	latin american americans gaelic indigenous aboriginal native inuit maori cossack chechen chechens crimean`

const demonyms = `afghan albanian algerian andorran angolan argentine argentinian armenian australian austrian
	azerbaijani azeri bahamian bahraini bangladeshi barbadian belarusian belgian belizean beninese bhutanese bolivian
	bosnian botswanan brazilian british bruneian bulgarian burkinabe burmese burundian cambodian cameroonian canadian
	chadian chilean chinese colombian comorian congolese croatian cuban cypriot czech danish djiboutian
	dominican dutch ecuadorian ecuadorean egyptian emirati english eritrean estonian ethiopian fijian filipino finnish
	french gabonese gambian georgian german ghanaian greek grenadian guatemalan guinean guyanese haitian honduran
	hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian
	kazakh kazakhstani kenyan kosovar kosovan kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian
	luxembourgish macedonian malagasy malawian malaysian maldivian malian maltese mauritanian mauritian mexican
	moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien
	norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian
	rwandan salvadoran samoan saudi scottish senegalese serbian serb seychellois singaporean slovak slovakian
	slovenian somali spanish sudanese surinamese swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese
	tongan trinidadian tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh
	yemeni zambian zimbabwean american european african asian californian texan parisian kurdish arab balkan bavarian
	catalan basque sicilian swazi basotho lesotho-born manx puerto-rican guamanian hawaiian alaskan caribbean muscovite
	zanzibari gazan sicilian flemish walloon corsican north-korean south-korean korean`

const demonymsPeople = `afghans albanians algerians americans argentines argentinians armenians australians austrians
	azerbaijanis azeris bahrainis bangladeshis belarusians belgians bolivians bosnians brazilians britons brits
	britishers bulgarians cambodians cameroonians canadians chadians chileans colombians croatians croats cubans
	cypriots czechs danes dane dutchman ecuadorians egyptians emiratis eritreans estonians ethiopians europeans
	filipinos finns finn frenchman frenchmen georgians germans ghanaians greeks guatemalans guineans haitians hondurans
	hungarians icelanders indians indonesians iranians iraqis irishman israelis italians jamaicans jordanians kazakhs
	kenyans kosovars kuwaitis latvians lebanese liberians libyans lithuanians macedonians malaysians malians
	mexicans moldovans mongolians moroccans namibians nigerians norwegians omanis pakistanis palestinians panamanians
	peruvians poles pole qataris romanians russians rwandans saudis scots scot scotsman serbs serbians singaporeans
	slovaks slovenians slovenes somalis spaniards spaniard sudanese swedes swede syrians tajiks tanzanians tunisians
	turks turk ugandans ukrainians uruguayans uzbeks venezuelans yemenis zambians zimbabweans asians africans arabs
	koreans catalans basques tibetans texans californians londoners londoner parisians englishman englishmen`
