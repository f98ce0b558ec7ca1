package reader

import "github.com/newsgraph/newsgraph/loader/article"

type kind = article.Kind

// addOrganizations files organizations that news names without a word that says what they are.
func (l *lexicon) addOrganizations() {
	l.addNames(article.Organization, knownOrgs)
	l.addNames(article.Organization, knownOutlets)
	l.addNames(article.Organization, knownCompanies)
	l.addNames(article.Event, knownEvents)
	l.addNames(article.Person, knownPeople)
}

const knownOrgs = `un;u.n.;united nations;eu;e.u.;european union;nato;opec;opec+;asean;african union;au;arab league;gcc;brics;
	g7;g8;g20;imf;world bank;wto;who;world health organization;unicef;unesco;unhcr;undp;unrwa;wfp;iaea;opcw;osce;oas;ecowas;sadc;igad;
	interpol;europol;icc;icj;ilo;fao;wada;ioc;fifa;uefa;caf;nba;nfl;mlb;nhl;ncaa;pga;atp;wta;ufc;icc;afc;federal reserve;the fed;fed;human rights council;concacaf;conmebol;fia;
	cia;fbi;nsa;dhs;doj;dea;irs;epa;fda;cdc;nih;nasa;fema;fcc;sec;ftc;fed;usaid;tsa;atf;nypd;lapd;usgs;noaa;pentagon;the pentagon;homeland security;
	kremlin;state department;defense department;justice department;treasury;supreme court;congress;us congress;senate;us senate;house of representatives;
	house of commons;house of lords;lok sabha;rajya sabha;knesset;bundestag;duma;state duma;politburo;downing street;whitehall;
	european commission;european parliament;european council;european central bank;security council;un security council;
	united nations security council;general assembly;un general assembly;human rights watch;amnesty international;amnesty;
	red cross;red crescent;doctors without borders;médecins sans frontières;oxfam;greenpeace;save the children;transparency international;
	islamic state;isis;isil;is;daesh;al-qaeda;al qaeda;al-qaida;al-nusra;al-nusra front;nusra front;jabhat al-nusra;hezbollah;hizbollah;hamas;taliban;
	al-shabaab;al shabaab;boko haram;houthis;muslim brotherhood;plo;fatah;islamic jihad;pkk;ypg;sdf;syrian democratic forces;
	free syrian army;white helmets;hayat tahrir al-sham;ahrar al-sham;irgc;revolutionary guards;idf;mossad;shin bet;mi5;mi6;gchq;gru;fsb;svr;kgb;isi;
	pla;parliament;rss;bjp;aap;shiv sena;ak party;akp;chp;anc;eff;zanu-pf;zanu pf;mdc;apc;pdp;npp;ndc;nrm;pml-n;pti;ppp;umno;pas;dap;pkr;bn;pakatan harapan;barisan nasional;
	gop;dnc;rnc;tea party;aipac;nra;aclu;naacp;splc;planned parenthood;black lives matter;antifa;ku klux klan;kkk;
	ukip;sinn féin;sinn fein;fianna fáil;fianna fail;fine gael;dup;snp;plaid cymru;nhs;afd;cdu;csu;spd;fpö;ira;eta;farc;eln;
	viet cong;khmer rouge;plm;tuc;cosatu;nlc;asuu;efcc;inec;cbi;nia;isro;ncb;drdo;bcci;upsc;neet;icmr;pmo;gop;unita;mpla;frelimo;renamo;swapo;polisario;polisario front;
	real madrid;barcelona fc;fc barcelona;manchester united;manchester city;liverpool fc;chelsea;arsenal;tottenham;tottenham hotspur;
	bayern munich;borussia dortmund;juventus;ac milan;inter milan;paris saint-germain;psg;ajax;celtic;everton;aston villa;atletico madrid;
	new york yankees;yankees;red sox;dodgers;lakers;los angeles lakers;celtics;cowboys;patriots;packers;new england patriots;dallas cowboys`

const knownOutlets = `rt;bbc;cnn;nbc;abc;cbs;msnbc;fox news;npr;pbs;itv;sky news;al jazeera;al-jazeera;al arabiya;al-arabiya;afp;
	agence france-presse;ap;associated press;reuters;upi;dpa;tass;itar-tass;ria novosti;ria;interfax;sputnik;xinhua;irna;fars;isna;tasnim;
	sana;anadolu;anadolu agency;kyodo;yonhap;kcna;pti;ani;bernama;antara;new york times;the new york times;washington post;the washington post;
	wall street journal;the wall street journal;usa today;los angeles times;chicago tribune;boston globe;the guardian;guardian;
	the times;the telegraph;daily telegraph;the independent;daily mail;the sun;financial times;the economist;economist;le monde;le figaro;
	der spiegel;die welt;bild;el pais;el país;haaretz;jerusalem post;times of israel;hurriyet;global times;people's daily;china daily;south china morning post;the hindu;
	hindustan times;times of india;indian express;dawn;gulf news;the national;khaleej times;arab news;politico;breitbart;breitbart news;huffington post;buzzfeed;
	buzzfeed news;vox;slate;axios;bloomberg;bloomberg news;forbes;fortune;newsweek;time magazine;the atlantic;the new yorker;new yorker;rolling stone;
	vanity fair;the hill;daily beast;the daily beast;the intercept;propublica;wikileaks;mother jones;national review;wnd;drudge report;daily caller;the daily caller;cnbc;cctv;cgtn;nhk;
	dw;deutsche welle;france 24;euronews;rai;tvnz;sabc;espn;the new york post;new york post;new york daily news;vanguard;the punch;premium times;daily nation;national public radio;gallup;quinnipiac`

const knownCompanies = `apple;google;microsoft;amazon;facebook;twitter;instagram;whatsapp;youtube;tiktok;netflix;uber;lyft;airbnb;tesla;
	spacex;ibm;intel;amd;nvidia;oracle;cisco;dell;hp;samsung;samsung electronics;sony;huawei;xiaomi;lenovo;nokia;ericsson;lg;panasonic;toshiba;hitachi;
	toyota;honda;nissan;mazda;hyundai;kia;ford;general motors;gm;chrysler;fiat;volkswagen;vw;bmw;audi;mercedes;mercedes-benz;daimler;
	porsche;renault;peugeot;volvo;boeing;airbus;lockheed martin;raytheon;northrop grumman;bae systems;rolls-royce;general electric;ge;siemens;
	exxonmobil;exxon mobil;exxon;chevron;shell;royal dutch shell;bp;total;gazprom;rosneft;lukoil;aramco;saudi aramco;petrobras;pemex;pdvsa;nnpc;petronas;1mdb;
	walmart;target;costco;tesco;sainsbury's;asda;ikea;carrefour;mcdonald's;mcdonald’s;starbucks;kfc;burger king;coca-cola;pepsi;pepsico;
	nestle;unilever;procter & gamble;johnson & johnson;pfizer;moderna;astrazeneca;biontech;novartis;roche;bayer;merck;gsk;glaxosmithkline;sinopharm;sinovac;
	goldman sachs;jpmorgan;jp morgan;jpmorgan chase;morgan stanley;citigroup;citibank;bank of america;wells fargo;hsbc;barclays;lloyds;rbs;ubs;credit suisse;deutsche bank;
	bnp paribas;societe generale;santander;ing;softbank;alibaba;tencent;baidu;didi;bytedance;jd.com;tata;reliance;reliance industries;infosys;wipro;
	airtel;bharti airtel;jio;reliance jio;vodafone;vodafone idea;mtn;safaricom;orange;at&t;verizon;t-mobile;comcast;disney;walt disney;warner bros;paramount;universal;hbo;mgm;
	nike;adidas;puma;gucci;lvmh;h&m;zara;visa;mastercard;paypal;american express;berkshire hathaway;blackrock;kpmg;deloitte;pwc;ey;mckinsey;
	lufthansa;ryanair;easyjet;emirates;etihad;qatar airways;turkish airlines;british airways;air france;klm;qantas;cathay pacific;delta;delta air lines;united airlines;american airlines;
	airasia;malaysia airlines;singapore airlines;garuda;air india;indigo;jet airways;spacex;blue origin;snapchat;snap;linkedin;reddit;telegram;spotify;zoom;adobe;salesforce;
	foxconn;tsmc;qualcomm;broadcom;flipkart;paytm;ola;grab;gojek;shopee;lazada;rusal;sberbank;rostec;norilsk nickel;glencore;rio tinto;bhp;vale;anglo american;sibanye`

// People whom news names by their surnames alone.
const knownPeople = `obama;trump;biden;putin;medvedev;zelensky;zelenskyy;poroshenko;lukashenko;merkel;macron;hollande;sarkozy;assad;
	erdogan;netanyahu;sisi;gaddafi;mubarak;ahmadinejad;rouhani;khamenei;modi;xi jinping;kim jong un;kim jong-un;duterte;bolsonaro;maduro;
	chavez;mandela;zuma;ramaphosa;mugabe;buhari;berlusconi;orban;thatcher;gorbachev;yeltsin;stalin;lenin;hitler;churchill;
	kissinger;bin laden;osama bin laden;saddam;zuckerberg;bezos;musk;snowden;assange;tsipras;rajoy;trudeau;jinping`

const knownEvents = `world war i;world war ii;world war one;world war two;first world war;second world war;cold war;vietnam war;gulf war;
	korean war;arab spring;olympics;winter olympics;summer olympics;olympic games;world cup;euro 2016;euro 2020;super bowl;champions league final;
	brexit;geneva talks;astana talks;geneva conference;oscars;grammys;golden globes;emmys;black friday;
	hurricane katrina;hurricane sandy;hurricane harvey;hurricane irma;hurricane maria;six-day war;yom kippur war;
	french revolution;october revolution;iranian revolution;world economic forum;g20 summit;wimbledon;tour de france;ramadan war;nakba;d-day`
