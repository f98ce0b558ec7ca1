package reader

import "strings"

// addFunctionWords files the closed classes of English.
func (l *lexicon) addFunctionWords() {
	l.add(cDet, `the a an this that these those some any all both each every no another either neither many much
		several few most more other others such half certain various enough numerous`)
	l.add(cPron, `he she they it we i you one none everyone everybody someone somebody nobody anyone anybody
		some many others this that these those several most few both all people who another`)
	l.add(cPoss, `his her its their our my your whose`)
	l.add(cPrep, `of in on at by for from with to about against between among into onto through during before after above
		below under over near off since until till without within along across behind beyond beside besides toward
		towards upon via per amid despite except inside outside around throughout regarding concerning versus like
		including following due alongside past unlike plus minus than as`)
	l.add(cPlaceCue, `in at near from to into toward towards outside inside around across throughout over between through`)
	l.add(cConj, `and or but nor yet so &`)
	l.add(cSubord, `that because while when whenever if although though as since unless until whereas whether once before
		after lest despite`)
	l.add(cWh, `who whom which what whose how why where when whether that`)
	l.add(cAux, `is are was were be been being am has have had having do does did will would can could may might shall
		should must cannot ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't
		can't couldn't mightn't shouldn't mustn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t
		didn’t won’t wouldn’t can’t couldn’t shouldn’t mustn’t n't n’t 've ’ve 'd ’d 'll ’ll 're ’re 'm ’m`)
	l.add(cBe, `is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 're ’re get got`)
	l.add(cAdv, `also later then now never not always often once again still just only even further already ever soon
		earlier previously recently repeatedly first meanwhile however instead rather quite very too there here far
		reportedly allegedly perhaps maybe almost nearly widely famously long thus therefore hence ago twice sometimes
		simply really publicly today tonight yesterday tomorrow nonetheless nevertheless moreover otherwise somewhat
		indeed well back up down out away together apart else elsewhere`)
	l.add(cMonth, `january february march april may june july august september october november december jan feb mar apr
		jun jul aug sep sept oct nov dec`)
	l.add(cWeekday, `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		mondays tuesdays wednesdays thursdays fridays saturdays sundays`)
	l.add(cTime, `today yesterday tomorrow tonight earlier later last next morning afternoon evening night week weeks month
		months year years day days hour hours minute minutes noon midnight recently ago weekend decade decades century
		spring summer autumn winter season gmt utc est am pm`)
	l.add(cNumber, `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
		thousands million millions billion billions trillion dozen dozens percent first second third fourth fifth sixth
		seventh eighth ninth tenth half quarter`)
	l.add(cParticle, `van von der den de da di del della du la le los las el al ul bin ibn bint abu ben ter ten dos das y e
		af zu`)
	l.add(cSuffix, `jr sr ii iii iv inc ltd llc plc corp co gmbh ag sa nv spa pty llp lp`)
}

// addCommonWords files everyday words that begin sentences or stand in headlines, and the other verbs of news.
func (l *lexicon) addCommonWords() {
	l.add(cCommon, commonWords)
	l.add(cCommon, months)
	l.add(cTechnical, `icon icons click subscribe share tweet email print login menu read watch more related
		advertisement newsletter comments follow`)
	for _, w := range strings.Fields(plainVerbs) {
		v := verbForms(w)
		for _, f := range [...]string{v.base, v.third, v.past, v.part, v.ing} {
			l.words[f] |= cCommon
		}
		l.words[v.third] |= cVerb
		l.words[v.past] |= cVerb
		l.words[v.base] |= cVerb
		l.words[v.part] |= cVerb
		l.words[v.ing] |= cVerb
	}
	l.addPlural(cHuman|cNoun|cCommon, humanNouns)
	l.addPlural(cSpeakOrg|cNoun|cCommon, speakingThings)
	l.addPlural(cNoun|cCommon, commonNouns)
	l.add(cHuman|cCommon, `people men women children police spokespeople businessmen youth staff crew majority minority`)
	l.add(cNoName, `ceo cfo coo gdp covid covid-19 tv hiv aids dna pdf vip pm am ok id faq iq gps suv atm usd eur gbp
		phd mba ba ma md rip diy sms html http https www url rss ngo ngos ied ieds pr hr ai ev lgbt lgbtq edt pst cst gmt utc ist wmd
		mp mps mla mlas mep meps fm sme smes rs i ii iii iv v vi vii viii ix x xi gst dui vat ipo ar hd cctv it no ppe icu
		pcr uv pac pacs et pt gmt fyi psa q a b c d re ad bc asap km kg vp ig dow maga`)
}

const months = `january february march april may june july august september october november december monday tuesday
	wednesday thursday friday saturday sunday christmas easter ramadan`

// Words that are common as the first word of a sentence, of a headline or of a label.
const commonWords = `the a an this that these those here there now then today yesterday tomorrow meanwhile however
	although though while when whenever where wherever why how what who which whose if unless because since until
	before after during despite amid among between under over above below behind beyond through throughout within
	without against along across around about at by for from in into of off on onto out to toward towards upon with
	and or but nor so yet as both either neither each every all any some many most much more few several other others
	another such same no not none nothing never only just even still also too again once twice first second third
	last next finally eventually earlier later recently previously currently already soon often sometimes usually
	always perhaps maybe indeed instead rather moreover furthermore additionally nonetheless nevertheless therefore
	thus hence consequently accordingly otherwise similarly likewise overall generally specifically especially
	particularly notably importantly clearly obviously apparently reportedly allegedly unfortunately fortunately
	sadly interestingly surprisingly significantly ultimately initially originally formerly asked told speaking
	according following including regarding concerning given based due thanks let please yes hello dear sorry well
	okay oh he she it they we you i me him her us them my your his its our their mine yours ours theirs himself
	herself itself themselves myself yourself one two three four five six seven eight nine ten new old young big
	small large great good better best bad worse worst high low early late long short full free open public private
	local national international global federal regional foreign domestic political economic social military
	financial legal medical total top major key main former senior chief critics supporters experts analysts
	officials authorities sources witnesses residents protesters police troops soldiers rebels militants people men
	women children students workers families victims leaders members lawmakers investigators prosecutors doctors
	scientists researchers fans players nobody everybody everyone someone anyone something anything everything
	breaking exclusive update live photo photos video related read watch listen see click share image source sources
	credit file getty caption advertisement subscribe sign copyright editor note opinion analysis editorial letters
	explainer factbox highlights summary background context conclusion introduction correction clarification yeah no
	am pm o'clock ok dad mom mum god lord heaven internet web online data covid coronavirus pandemic war peace
	that's it's he's she's there's what's here's let's i'm we're they're you're don't can't won't didn't isn't
	wasn't couldn't wouldn't doesn't like unlike less least enough almost nearly roughly approximately plus minus
	per via versus further together apart aside elsewhere everywhere nowhere somewhere anywhere yet ago
	additional basic central clean clear close cold common complete critical current daily dead deep different direct
	double easy entire equal exact extra fair false fast final fine fit flat fresh general hard heavy hot huge human
	ideal illegal important independent individual joint left right light likely limited little lost low mass massive
	maximum mental minimum modern monthly narrow natural necessary nice normal odd official ongoing opposite ordinary
	original past perfect permanent personal physical plain poor popular positive possible potential powerful present
	previous prime proper pure quick quiet rapid rare raw ready real recent red regular related remote rich rough round
	safe serious severe sharp sick significant silent similar simple single slow smart soft solid special specific
	standard stable strange strict strong successful sudden sufficient sure sweet tall temporary terrible thick thin
	tight tiny tough tragic true typical unable unclear unique unknown unlikely unusual upper urgent usual valuable
	vast violent visible vital warm weak weekly wet white black blue green whole wide wild wise wrong yellow annual
	average aware away bare brave brief bright broad alone alive afraid able absent active actual adult advanced
	nearby multiple numerous various certain such thousands hundreds dozens millions billions scores lots plenty part
	half north south east west northern southern eastern western northeast northwest southeast southwest`

const commonNouns = `access accident account act action activity address administration advance advantage advice
	affair age aid aim air aircraft airport airstrike alert ally alternative amount animal anniversary answer appeal area
	argument arrangement arrest art article aspect assault asset assistance attack attempt attention audience award
	background ball ban base basis battle beach bed benefit bill bird birth bit blast block blood board boat body bomb
	bond book border boss bottle bottom box break bridge budget building bus business cabinet call camera camp campaign
	candidate car card care career case cash cause ceasefire cell census center centre ceremony chain challenge chance
	change chapter charge child choice citizen city claim class client climate clinic clip clock club coach coast code
	coin collection college color comment community company competition concept concern condition conflict consequence
	construction contact content contest contract control conversation copy corner corruption cost country couple courage
	course court cover crash crime crisis crop crowd cup currency customer cut cycle damage danger dark date daughter
	day deal death debate debt decade decision defeat defense defence delay demand democracy department design detail
	development device difference difficulty dinner direction disaster discussion disease display dispute distance
	document dog dollar donor door doubt draft dream dress drink drive drug duty economy edge education effect effort
	election emergency emission end enemy energy engine environment equipment error escape estate event evidence exam
	example exchange exercise exit expense experience explosion export extent eye face fact factor failure faith fall
	family farm father fear feature fee field fight figure file film finance finding fire firm fish flight flood floor
	flow focus food foot football force forecast forest form format foundation frame freedom friend front fuel function
	fund funeral future gain game gang gap garden gas gate gathering gender generation girl goal gold government grade
	ground group growth guard guest guide guideline gun habit hair hall hand harm head health hearing heart heat help
	hero hill history holiday home hope hospital host hotel hour house household housing idea image impact import
	incident income increase industry infection inflation influence information infrastructure injury inquiry institution
	insurance interest interview investigation investment invitation invoice island issue item job journal journey judge
	judgment justice key kid kind kitchen knowledge label labor labour lack lady lake land language law lawsuit layer
	leader leadership league lecture legacy legislation length lesson letter level liberty library license life light
	limit line link list load loan location lock look loss lot love luck lunch machine magazine mail majority
	management manner map margin mark market marriage match material matter measure mechanism media medicine meeting
	memory message method middle migrant mile mind mine mission mistake model moment money month mood morning mother
	motion motor mouth move movement movie murder museum music name nation nature neighbor neighborhood network news
	newspaper night noise note notice number object observer occasion offense offer office officer oil operation
	opinion opportunity option order organization outcome output owner pace package page pain paper parent park part
	participant partner party pass passage path patient pattern pay payment peace percent percentage performance period
	permission person phase phone phrase picture piece place plan plane plant plate platform play player pleasure point
	policy poll pollution population port portion position post potential poverty power practice prayer presence present
	press pressure price principle print prison prisoner privacy prize problem procedure process product production
	profile profit program programme progress project promise proof property proposal protection protest provision
	public purchase purpose quality quarter question race radio rain rally range rank rape rate ratio reaction reader
	reality reason receipt recession recipe recommendation record recovery reduction reference reform refugee refusal
	regime region relation relationship relief religion removal rent repair replacement reply report reputation request
	rescue research reserve resource respect response responsibility rest restaurant restriction result return revenue
	review revolution reward rice ride rifle right ring rise risk river road rock role roof room root round route row
	rule rumor sale sample sanction scale scene schedule scheme school science score screen sea search seat section
	sector security segment sentence series service session set setting settlement shape share shelter ship shock
	shoot shop shore shot show side sight sign signal site situation size skill skin sky sleep society soil soldier
	solution son song sort sound source space speech speed spirit sport spot spread stadium staff stage stake
	standard star start state statement station statistic status step stock stone stop store storm story strategy
	stream street strength stress strike structure student studio study style subject substance success suit summit
	supply support surface surgery survey suspect system table tactic talk target task tax teacher team technology
	television temperature term territory terror terrorism terrorist test text theory thing thought threat ticket time
	tip title tool topic tour tourism tourist town trade tradition traffic train training transfer transition transport
	travel treatment treaty tree trend trial trip troop trouble truck truth turn type unemployment union unit university
	use vaccine vaccination value variety vehicle version victim victory video view village violence virus visit
	visitor voice volume vote voter wage wait walk wall war warning waste water wave way wealth weapon weather website
	wedding week weekend weight welfare wind window winner winter wish woman wood word work worker world worry writer
	year zone hashtag app email phone laptop smartphone selfie lockdown quarantine ballot runoff turnout referendum
	militia militant insurgent airstrike drone missile rocket tank convoy checkpoint hostage frontline offensive truce
	amendment clause deadline homepage coverage counterpart aftermath outbreak layoff newsletter replay podcast episode subscription headline arrival slideshow video photo`

const humanNouns = `official officer resident refugee witness activist analyst expert critic supporter lawyer attorney
	source spokesman spokeswoman spokesperson reporter journalist protester demonstrator villager farmer worker doctor
	nurse teacher student soldier fighter rebel militant commander leader politician lawmaker legislator senator
	congressman congresswoman minister president diplomat ambassador envoy negotiator mediator prosecutor judge
	investigator detective policeman adviser advisor aide strategist pollster economist scientist researcher professor
	scholar historian author writer critic columnist editor blogger producer director manager executive chairman
	chairwoman chairperson chair founder owner investor trader banker businessman businesswoman entrepreneur employer
	employee voter citizen taxpayer opponent ally rival candidate nominee governor mayor councillor councilor
	councilman councilwoman delegate member representative deputy secretary chief head boss coach player captain
	trainer athlete fan man woman boy girl child parent mother father brother sister son daughter husband wife uncle
	aunt cousin grandmother grandfather friend neighbor neighbour relative colleague partner victim survivor suspect
	defendant prisoner inmate migrant patient passenger driver pilot sailor priest bishop pope imam rabbi cleric monk
	king queen prince princess veteran general colonel major lieutenant sergeant admiral guard agent operative insider
	observer monitor inspector engineer architect artist actor actress singer musician filmmaker designer chef
	conservative liberal democrat republican progressive socialist communist nationalist separatist islamist jihadist
	dissident exile guest visitor tourist consumer customer client shareholder developer contractor landlord tenant
	shopkeeper fisherman hunter ranger firefighter paramedic surgeon psychologist consultant specialist advocate
	campaigner organizer organiser volunteer donor lobbyist contestant moderator host anchor presenter commentator
	narrator caller user follower believer skeptic sceptic defector whistleblower informant respondent participant
	premier chancellor monarch ruler dictator emperor sheikh emir predecessor successor counterpart teenager youngster
	person individual speaker lady gentleman guy graduate trustee superintendent principal dean provost coroner sheriff
	constable magistrate justice commissioner regulator auditor accountant clerk secretary-general vice-president`

const speakingThings = `government ministry department agency police army military authority administration party
	campaign company firm corporation bank group organization organisation committee commission council court judge
	panel board team union association federation coalition alliance opposition movement network newspaper magazine
	channel broadcaster station paper outlet website report study survey poll statement letter document memo email
	indictment lawsuit complaint filing affidavit transcript article editorial book blog post tweet message video
	advertisement ad ruling regulation law order constitution bulletin communique resolution release notice
	embassy consulate office service watchdog charity institute institution university hospital school church center
	centre foundation parliament congress senate house assembly cabinet kremlin palace state country city side camp
	regime junta command force data figure finding statistic estimate evidence record research analysis review
	investigation inquiry audit pollster forecast projection community public industry market family crew staff
	press media publication source delegation mission club league federation regulator operator manufacturer airline
	carrier retailer developer supplier start-up startup account page`

// Verbs of news that do not attribute: they end noun phrases and start clauses.
const plainVerbs = `make take go come get give use find become leave put bring begin keep hold stand hear let run move live
	happen carry sit lose pay meet include continue set lead grow open walk win offer remember consider
	buy wait serve die send build stay fall cut reach kill remain raise pass sell require decide pull
	break receive gather attack strike shell bomb capture seize launch enter arrive depart return travel visit host
	join form found create develop produce provide supply deliver ship export import increase decrease rise drop climb
	decline gain jump slip surge plunge fight battle clash shoot fire injure wound arrest detain charge convict
	sentence jail release free flee escape evacuate rescue help assist aid protect prevent stop halt end finish
	complete start resume delay cancel postpone schedule plan hit beat defeat score play compete draw lose sign ratify
	approve adopt enact pass reject block veto impose lift ease tighten cause trigger spark force push pull drive
	face deal handle manage run operate work employ hire resign retire appoint elect vote choose select pick name
	follow lead guide teach learn study train read write show appear seem look feel touch cover contain involve affect
	spend save cost earn collect borrow lend invest fund finance back turn change shift transform replace remove add
	fix repair restore rebuild destroy damage hurt ruin burn bury hide search investigate examine test check measure
	count monitor track watch see meet greet embrace kiss marry divorce bear raise grow live exist belong own possess
	share divide split separate connect link combine merge mix attend participate perform celebrate mark honor award
	receive accept refuse deny allow permit enable ban bar prohibit restrict limit reduce boost expand extend
	strengthen weaken maintain preserve defend secure guard patrol deploy station withdraw retreat advance march
	occupy control govern rule reign dominate lack need want try attempt fail succeed manage struggle suffer survive
	throw catch hold grab drop lift carry drag place lay lie sit stand sleep wake eat drink cook wear dress
	happen occur emerge arise result stem date depend rely focus concentrate aim target seek intend tend prove
	confront tackle address solve resolve settle negotiate discuss debate consult meet base locate situate bind know mean comprise ensure spread apply exceed
	generate gain obtain acquire achieve fulfil meet represent reflect contribute benefit support oppose`
