package reader

import (
	"strings"

	"github.com/biter777/countries"

	"github.com/newsgraph/newsgraph/loader/article"
)

// addPlaces files countries and capitals from the library, and regions and cities that news names without saying where they are.
func (l *lexicon) addPlaces() {
	for _, c := range countries.All() {
		if c == countries.Unknown || c > 894 {
			continue
		}
		l.addPlaceForms(c.String())
		if capital := c.Capital(); capital != 0 {
			l.addPlaceForms(capital.String())
		}
	}
	l.addNames(article.Place, countryForms)
	l.addNames(article.Place, regions)
	l.addNames(article.Place, cities)
	for _, w := range strings.Split(placesThatAreWords, ";") {
		delete(l.names, strings.TrimSpace(w))
	}
}

// addPlaceForms files a name of the library, which may carry a note in brackets.
func (l *lexicon) addPlaceForms(name string) {
	if at := strings.IndexByte(name, '('); at > 0 {
		name = name[:at]
	}
	if strings.Contains(name, ",") || strings.Contains(name, "Unknown") {
		return
	}
	l.addName(article.Place, name)
}

// Names of places that are common words or given names more often.
const placesThatAreWords = `unknown;none;of;the valley;jersey;international;europe union;the;world;chad`

const countryForms = `us;u.s.;u.s;d.c.;n.y.;n.h.;n.j.;n.c.;s.c.;calif.;fla.;dc;usa;u.s.a.;uk;u.k.;u.k;uae;u.a.e.;drc;dprk;prc;ksa;united states;united states of america;america;
	united kingdom;britain;great britain;england;scotland;wales;northern ireland;ireland;republic of ireland;russia;
	russian federation;soviet union;ussr;yugoslavia;czechoslovakia;czech republic;czechia;syria;iran;south korea;
	north korea;korea;vietnam;laos;moldova;bolivia;venezuela;tanzania;ivory coast;cote d'ivoire;côte d’ivoire;
	democratic republic of congo;democratic republic of the congo;dr congo;congo;republic of congo;gambia;the gambia;
	cape verde;macedonia;north macedonia;burma;myanmar;palestine;palestinian territories;kosovo;taiwan;hong kong;macau;
	vatican;holy see;vatican city;turkey;turkiye;türkiye;east timor;timor-leste;swaziland;eswatini;brunei;saudi arabia;
	united arab emirates;holland;netherlands;bosnia;bosnia and herzegovina;herzegovina;trinidad and tobago;trinidad;antigua and barbuda;
	saint kitts and nevis;st kitts and nevis;sao tome and principe;papua new guinea;new zealand;south africa;south sudan;
	sri lanka;sierra leone;burkina faso;guinea-bissau;equatorial guinea;costa rica;el salvador;puerto rico;dominican republic;
	central african republic;marshall islands;solomon islands;falkland islands;cayman islands;georgia;somaliland;crimea;transnistria;abkhazia;south ossetia;nagorno-karabakh;artsakh;china;prc;mainland china;tibet;
	west germany;east germany;chad`

const regions = `africa;asia;europe;antarctica;oceania;north america;south america;latin america;central america;middle east;
	near east;far east;north africa;west africa;east africa;southern africa;central africa;sub-saharan africa;horn of africa;
	central asia;south asia;southeast asia;south-east asia;east asia;eastern europe;western europe;central europe;northern europe;southern europe;
	asia-pacific;asia pacific;indo-pacific;eurasia;scandinavia;balkans;western balkans;caucasus;north caucasus;caribbean;mediterranean;arabian peninsula;persian gulf;gulf;
	levant;sahel;sahara;siberia;kashmir;punjab;bengal;west bengal;kurdistan;iraqi kurdistan;donbas;donbass;gaza;gaza strip;west bank;golan heights;
	sinai;anatolia;catalonia;andalusia;basque country;bavaria;saxony;flanders;wallonia;tuscany;lombardy;sicily;sardinia;corsica;
	normandy;brittany;provence;galicia;chechnya;dagestan;ingushetia;tatarstan;xinjiang;inner mongolia;guangdong;sichuan;hubei;
	yunnan;fujian;zhejiang;hebei;henan;shandong;jiangsu;hunan;guangxi;hainan;balochistan;baluchistan;sindh;khyber pakhtunkhwa;waziristan;
	bihar;uttar pradesh;madhya pradesh;andhra pradesh;telangana;kerala;tamil nadu;karnataka;maharashtra;gujarat;rajasthan;haryana;assam;odisha;
	jharkhand;chhattisgarh;uttarakhand;himachal pradesh;goa;manipur;nagaland;mizoram;meghalaya;tripura;arunachal pradesh;sikkim;jammu and kashmir;jammu;ladakh;
	java;sumatra;borneo;sulawesi;bali;papua;west papua;aceh;sabah;sarawak;penang;selangor;johor;kedah;kelantan;perak;terengganu;pahang;mindanao;luzon;visayas;
	alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;hawaii;idaho;illinois;indiana;iowa;
	kansas;kentucky;louisiana;maine;maryland;massachusetts;michigan;minnesota;mississippi;missouri;montana;nebraska;nevada;
	new hampshire;new jersey;new mexico;new york;north carolina;north dakota;ohio;oklahoma;oregon;pennsylvania;rhode island;
	south carolina;south dakota;tennessee;texas;utah;vermont;virginia;washington;west virginia;wisconsin;wyoming;
	new england;midwest;silicon valley;southern california;northern california;ontario;quebec;british columbia;alberta;manitoba;saskatchewan;nova scotia;
	new brunswick;newfoundland;yukon;nunavut;new south wales;queensland;tasmania;south australia;western australia;
	northern territory;yorkshire;cornwall;kent;essex;sussex;surrey;devon;norfolk;suffolk;lancashire;cumbria;northumberland;wiltshire;hampshire;
	merseyside;west midlands;ulster;munster;leinster;gauteng;kwazulu-natal;western cape;eastern cape;northern cape;limpopo;mpumalanga;free state;
	darfur;tigray;oromia;puntland;biafra;helmand;kandahar province;idlib;daraa;deir ez-zor;deir al-zor;raqqa;rojava;eastern ghouta;ghouta;afrin;
	anbar;nineveh;kirkuk;diyala;patagonia;amazon;andes;himalayas;alps;pyrenees;okinawa;hokkaido;honshu;kyushu;fukushima;
	atlantic;pacific;atlantic ocean;pacific ocean;indian ocean;arctic ocean;arctic;red sea;black sea;baltic sea;north sea;south china sea;east china sea;caspian sea;
	arabian sea;dead sea;aegean sea;aegean;strait of hormuz;suez canal;panama canal;english channel;bosphorus;nile;danube;rhine;thames;
	tigris;euphrates;volga;mekong;yangtze;ganges;amazon river;mount everest;wall street;downing street;white house;oval office;capitol hill;
	guantanamo bay;guantanamo;manhattan;brooklyn;queens;bronx;staten island;harlem;hollywood;beverly hills;long island;cape cod;
	east jerusalem;old city;temple mount;tahrir square;red square;tiananmen square;times square;trafalgar square;hyde park;central park;heathrow;gatwick;
	westminster;niger delta;lagos state;borno;borno state;kaduna state;rivers state;ashanti region;greater accra;volta region;northern region;
	rakhine;rakhine state;shan state;kachin;chittagong;cox's bazar;sylhet;fallujah;mosul;southern lebanon;mount lebanon;beqaa;bekaa valley`

const cities = `london;new york city;washington dc;washington, d.c.;washington d.c.;los angeles;san francisco;san diego;san jose;san antonio;
	chicago;houston;dallas;austin;philadelphia;phoenix;boston;atlanta;miami;detroit;seattle;denver;baltimore;cleveland;pittsburgh;
	st. louis;st louis;minneapolis;milwaukee;portland;las vegas;new orleans;orlando;tampa;cincinnati;kansas city;charlotte;nashville;memphis;
	indianapolis;columbus;sacramento;oakland;salt lake city;albuquerque;tucson;el paso;fort worth;oklahoma city;tulsa;omaha;
	des moines;buffalo;rochester;albany;newark;hartford;providence;richmond;raleigh;durham;charleston;charlottesville;savannah;birmingham;
	montgomery;louisville;little rock;honolulu;anchorage;boise;spokane;fresno;jacksonville;palm beach;fort lauderdale;flint;
	toronto;montreal;vancouver;ottawa;calgary;edmonton;winnipeg;halifax;quebec city;mexico city;guadalajara;monterrey;tijuana;
	ciudad juarez;cancun;acapulco;havana;kingston;port-au-prince;santo domingo;san juan;panama city;bogota;medellin;cali;cartagena;caracas;
	maracaibo;quito;guayaquil;lima;la paz;santa cruz;asuncion;montevideo;buenos aires;cordoba;rosario;santiago;valparaiso;
	brasilia;rio de janeiro;rio;sao paulo;são paulo;salvador;recife;fortaleza;belo horizonte;manaus;curitiba;porto alegre;
	manchester;liverpool;leeds;sheffield;bristol;newcastle;nottingham;leicester;coventry;southampton;portsmouth;plymouth;brighton;oxford;cambridge;
	york;norwich;derby;bradford;salisbury;canterbury;dover;glasgow;edinburgh;aberdeen;dundee;inverness;cardiff;swansea;
	belfast;derry;londonderry;dublin;cork;galway;limerick;waterford;kilkenny;sligo;paris;marseille;lyon;toulouse;nice;nantes;strasbourg;bordeaux;lille;
	calais;cannes;versailles;brussels;antwerp;ghent;bruges;liege;amsterdam;rotterdam;the hague;hague;utrecht;eindhoven;luxembourg;
	berlin;hamburg;munich;cologne;frankfurt;stuttgart;dusseldorf;dortmund;essen;leipzig;dresden;hanover;nuremberg;bonn;bremen;
	vienna;salzburg;graz;innsbruck;zurich;geneva;basel;bern;lausanne;davos;rome;milan;naples;turin;palermo;genoa;bologna;florence;
	venice;verona;madrid;barcelona;valencia;seville;malaga;bilbao;zaragoza;lisbon;porto;athens;thessaloniki;piraeus;lesbos;crete;rhodes;
	istanbul;ankara;izmir;antalya;bursa;adana;diyarbakir;gaziantep;incirlik;nicosia;copenhagen;aarhus;stockholm;gothenburg;malmo;
	oslo;bergen;helsinki;tampere;reykjavik;tallinn;riga;vilnius;warsaw;krakow;gdansk;wroclaw;lodz;poznan;prague;brno;bratislava;budapest;
	bucharest;sofia;belgrade;zagreb;sarajevo;srebrenica;mostar;ljubljana;skopje;pristina;tirana;podgorica;chisinau;kyiv;kiev;kharkiv;odessa;odesa;
	lviv;donetsk;luhansk;lugansk;mariupol;kherson;zaporizhzhia;dnipro;bakhmut;sevastopol;simferopol;yalta;chernobyl;minsk;
	moscow;st. petersburg;st petersburg;saint petersburg;kazan;sochi;novosibirsk;yekaterinburg;vladivostok;grozny;volgograd;rostov;kaliningrad;
	murmansk;tbilisi;batumi;yerevan;baku;stepanakert;astana;nur-sultan;almaty;tashkent;samarkand;bishkek;dushanbe;ashgabat;
	damascus;aleppo;homs;hama;latakia;tartus;palmyra;manbij;kobani;qamishli;hasakah;al-hasakah;al-tanf;douma;khan sheikhoun;
	beirut;tripoli;sidon;tyre;jerusalem;tel aviv;haifa;beersheba;ramallah;bethlehem;hebron;nablus;jenin;rafah;gaza city;khan younis;
	amman;aqaba;baghdad;basra;erbil;irbil;sulaymaniyah;najaf;karbala;tikrit;ramadi;samarra;tehran;isfahan;mashhad;shiraz;tabriz;
	qom;natanz;riyadh;jeddah;mecca;medina;dammam;kuwait city;doha;manama;abu dhabi;dubai;sharjah;muscat;sanaa;sana'a;aden;hodeidah;
	taiz;marib;kabul;kandahar;herat;jalalabad;kunduz;mazar-i-sharif;lashkar gah;ghazni;islamabad;karachi;lahore;peshawar;rawalpindi;
	quetta;faisalabad;multan;abbottabad;delhi;new delhi;mumbai;bombay;kolkata;calcutta;chennai;bangalore;bengaluru;hyderabad;ahmedabad;
	pune;jaipur;lucknow;kanpur;surat;nagpur;bhopal;indore;patna;varanasi;amritsar;chandigarh;srinagar;guwahati;thiruvananthapuram;kochi;ayodhya;agra;noida;gurgaon;
	coimbatore;madurai;vadodara;ranchi;raipur;shimla;dehradun;kathmandu;pokhara;dhaka;colombo;kandy;male;thimphu;yangon;rangoon;mandalay;naypyidaw;bangkok;
	phuket;chiang mai;pattaya;hanoi;ho chi minh city;saigon;da nang;phnom penh;siem reap;vientiane;kuala lumpur;putrajaya;shah alam;petaling jaya;george town;ipoh;kota kinabalu;kuching;johor bahru;
	singapore;jakarta;surabaya;bandung;medan;makassar;yogyakarta;denpasar;manila;quezon city;cebu;cebu city;davao;davao city;makati;marawi;dili;bandar seri begawan;
	beijing;shanghai;guangzhou;shenzhen;tianjin;chongqing;chengdu;wuhan;nanjing;hangzhou;xi'an;shenyang;harbin;dalian;qingdao;kunming;
	urumqi;lhasa;zhengzhou;changsha;xiamen;suzhou;kashgar;taipei;kaohsiung;taichung;seoul;busan;incheon;pyeongchang;pyongyang;panmunjom;tokyo;osaka;kyoto;
	yokohama;nagoya;kobe;sapporo;hiroshima;nagasaki;sendai;ulaanbaatar;sydney;melbourne;brisbane;perth;adelaide;canberra;hobart;
	darwin;gold coast;newcastle;auckland;wellington;christchurch;dunedin;hamilton;suva;nadi;port moresby;honiara;apia;noumea;cairo;alexandria;giza;
	luxor;aswan;suez;port said;sharm el-sheikh;sharm el sheikh;khartoum;omdurman;juba;addis ababa;asmara;mogadishu;kismayo;hargeisa;djibouti;nairobi;
	mombasa;kisumu;nakuru;eldoret;kampala;entebbe;gulu;jinja;kigali;bujumbura;dar es salaam;dodoma;arusha;zanzibar;mwanza;kinshasa;goma;lubumbashi;bukavu;
	brazzaville;luanda;lusaka;ndola;kitwe;harare;bulawayo;mutare;lilongwe;blantyre;maputo;beira;antananarivo;port louis;gaborone;francistown;windhoek;
	johannesburg;cape town;durban;pretoria;port elizabeth;bloemfontein;soweto;tshwane;ekurhuleni;polokwane;stellenbosch;maseru;mbabane;lagos;abuja;kano;
	ibadan;port harcourt;kaduna;benin city;maiduguri;jos;enugu;calabar;owerri;onitsha;asaba;abeokuta;ilorin;akure;sokoto;zaria;chibok;accra;kumasi;tamale;tema;takoradi;cape coast;lome;cotonou;porto-novo;
	abidjan;yamoussoukro;bouake;ouagadougou;bamako;timbuktu;gao;niamey;n'djamena;yaounde;douala;libreville;malabo;bangui;
	dakar;banjul;bissau;conakry;freetown;monrovia;nouakchott;praia;rabat;casablanca;marrakech;marrakesh;fez;tangier;algiers;oran;
	constantine;tunis;sfax;sousse;benghazi;misrata;sirte;derna;tobruk;nassau;bridgetown;port of spain;georgetown;paramaribo;belmopan;belize city;guatemala city;tegucigalpa;san salvador;managua;
	san pedro sula;luxembourg city;monaco;monte carlo;valletta;san marino;vaduz;andorra la vella`
