package reader

// givenNames are common given names of English, Romance, Germanic and Slavic languages.
const givenNames = `aaron abby abel abigail abraham ada adam adele adrian adriana agnes agustin aidan aileen aisling alain alan
	alana albert alberto alejandra alejandro alan aleksandar aleksander aleksandr aleksei alessandra alessandro alex
	alexa alexander alexandra alexandre alexandria alexei alexey alexis alfie alfonso alfred alfredo alice alicia alina
	alison allan allen allison alma alonso alvaro alvin alyssa amanda amber amelia amelie amy ana anastasia anatoly
	anders andre andrea andreas andrei andres andrew andrey andriy andrzej andy angel angela angelica angelina angelo
	angie angus anita anke ann anna annabel anne annette annie anton antonia antonio antony april archie ariana arianna
	armando arnold arthur arturo artur arturs ashleigh ashley ashton astrid audrey august augusto augustus aurelie aurora austin
	ava barack barbara barney barry bart bartosz basil beatrice beatriz becky belinda ben benedict benjamin bernadette bernard
	bernardo bernie bert bertrand beth bethany betsy betty beverly bianca bill billy blake bob bobby bogdan bonnie boris
	bojan brad bradley brandon brenda brendan brent bret brett brian bridget brittany brooke bruce bruno bryan bryce caitlin
	caleb callum calvin cameron camila camille candace carl carla carlo carlos carly carmen carol carole carolina
	caroline carolyn carrie carsten casey cassandra catherine cathy cecil cecilia cedric celeste celia cesar chad charlene charles
	charlie charlotte chelsea cheryl chester chloe chris christa christian christiana christina christine christoph christophe christopher
	cindy claire clara clarence clark claude claudia claudio clay clayton clement cliff clifford clint clive clyde
	cody colette colin colleen connie connor conor conrad constance cooper cora corey cory courtney craig cristian cristiano
	cristina crystal curtis cynthia cyril cyrus daisy dale damian damien damon dan dana daniel daniela daniele danielle
	danilo danny daphne darius darko darlene darrell darren darryl dave david davide dawn dean deanna deb debbie deborah debra
	declan deirdre delia demi denis denise dennis denys derek dermot desmond diana diane didier diego dieter dilma dimitri
	dimitris dina dirk dmitri dmitry dmytro dolores dominic dominik dominique don donald donna dora doreen doris dorothy doug douglas drew
	duane duncan dustin dwayne dwight dylan eamon earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena
	eleni eli elias elijah elisa elisabeth eliza elizabeth ella ellen ellie elliot elliott elmar elsa elsie elton elvira elvis emanuel
	emil emile emilia emilio emily emma emmanuel emmett enda enrico enrique enzo eric erica erich erik erika erin ernest
	ernesto erwin esteban estelle esther ethan eugene eunice eva evan evangeline eve evelyn evgeny evo fabian fabio fabrice faith
	fay federica federico felicia felicity felipe felix ferdinand fernanda fernando fidel filip finn fiona flavia flavio fletcher
	flora florence florian floyd frances francesca francesco francis francisco franco francois françois frank frankie franz fred freddie
	freddy frederic frederick fritz gabriel gabriela gabriele gabriella gareth garrett garry gary gavin gemma gene genevieve
	geoff geoffrey george georges georgia georgina gerald geraldine gerard gerardo gerhard gerry gianluca gianni gilbert giles gillian
	gina gino giorgia giorgio giovanni giulia giuliano giulio giuseppe gladys glen glenn gloria gordon grace graeme graham grant greg gregor
	gregorio gregory greta grigory guido guillaume guillermo gunter gus gustav gustavo guy gwen hailey hanna hannah hannes hans harold
	harriet harris harrison harry harvey hazel heather hector heidi heinz helen helena helene helga helmut henri henrik henry
	herbert herman hilary hillary holly horst howard hubert hugh hugo humberto humphrey ian ida ignacio igor ilya imogen
	ines inga ingrid iona ioannis ira irena irene irina iris irma irving isaac isabel isabella isabelle isaiah isla ivan ivana
	ivo ivor jace jack jackie jackson jacob jacqueline jacques jade jaime jair jake jakob jakub james jamie jan jana jane janet janez janice janine jared jarek
	jarrett jasmine jason jasper javier jay jayden jayne jean jeanette jeanne jeff jefferson jeffrey jenna jennie jennifer jenny jens
	jeremiah jeremy jerome jerry jess jesse jessica jessie jesus jill jillian jim jimmy jo joachim joan joana joann joanna joanne joao joaquin
	jocelyn jodie joe joel joelle joey johan johann johanna johannes john johnny jon jonah jonas jonathan jordan jordi jorg jorge jose josé
	josef josefina joseph josephine josh joshua josie joy joyce juan juana juanita judith judy jules julia julian juliana julie
	julien juliet julio julius june jurgen justin justine kaitlyn kamala karen karim karin karina karl karla karol karolina kasia kate katarina katarzyna katerina
	katherine kathleen kathryn kathy katie katja katrina katy kay kayla keir keira keith kelly kelsey ken kendall kenneth kenny kent
	kerry kevin kieran kim kimberly kirill kirk kirsten kirsty klaus konstantin kris krista kristen kristi kristian kristin kristina kristine krzysztof kurt kyle
	kylian kylie kyriakos lachlan lana lance larissa larry lars laura laurel lauren laurence laurent laurie lawrence lea leah leandro lee leigh leila lena
	lenny leo leon leona leonard leonardo leonid leopold leroy lesley leslie lester lewis liam lila lillian lily linda lindsay
	lindsey lionel lisa liz liza lloyd logan lois lola lora loren lorena lorenzo loretta lori lorraine lou louis louisa louise lourdes luc luca
	lucas lucia luciana luciano lucie lucille lucy ludmila ludovic ludwig luigi luis luisa luiz lukas luke lula lydia lyn lynda lyndon lynn lynne mabel mackenzie
	maddie madeleine madeline madison magdalena maggie magnus maksim malcolm malia manfred manuel manuela marc marcel marcela marcelo marcia marcin marco
	marcos marcus margaret margarita margherita margot mari maria mariam marian mariana marianne mariano marie mariela marilyn marina marine
	mario marion marisa mariusz marjorie mark markus marlene marlon marsha marta martha martin martina marty marvin mary maryam mason massimo
	mateo mateusz mathew mathias mathieu mathilde matias matilda matt matteo matthew matthias maureen maurice mauricio maurizio max maxim maxime maximilian maxine
	maya meg megan meghan mel melanie melinda melissa melvin mercedes meredith merrick mervyn mia micah michael michaela michal micheal michel michele michelle
	miguel mihai mika mike mikhail mila milan mildred miles milo milos milton mimi mindy miranda miriam mirko misha mitch mitchell mitt moira molly
	mona monica monika monique morgan moritz morris muriel murray myra myron myrtle nadia nadine nancy naomi natalia natalie natasha nate nathalie nathan
	nathaniel neal ned neil nell nelson nestor nevil neville niall nicholas nick nicki nickolas nicky nicola nicolae nicolas nicole nicoletta nigel nikki niko nikola nikolai
	nikolaus nikolas nikolay nils nina noah noel noelle nora norbert noreen norma norman octavio odette oleg oleksandr oleksiy olga oliver olivia olivier olof omar orla
	orlando oscar oskar otto owen pablo paige pam pamela paola paolo pascal pat patrice patricia patrick patrik patsy patti patty paul paula paulette paulina
	pauline paulo pavel pavlo pedro peggy penelope penny per percy peter petr petra petro petros phil philip philippa philippe phillip phoebe phyllis pierre piers pieter pietro
	piotr polly preston priscilla quentin quincy rachael rachel rafael rafal raffaele ralf ralph ramon ramona randall randy raoul raphael raquel raul ray raymond
	rebecca regina reginald reinhard rena renata rené rene renee reuben rex rhonda rhys ricardo riccardo richard rick rickey ricky rita rob robbie robby robert roberta roberto robin robyn rocco rochelle rod roderick
	rodney rodolfo rodrigo roger rogelio roland rolf roman romain romano romeo ron ronald ronan ronnie rory rosa rosalie rosalind rosanna rosario rose rosemary rosie ross rowan rowena roxanne roy
	ruben ruby rudi rudolf rudolph rudy rupert russell rusty ruth ryan sabina sabine sabrina sadie sally salvador salvatore sam samantha samuel sandra sandro sandy santiago
	sara sarah sasha saul scarlett scott sean sebastian sebastien selena selina serena serge sergei sergey sergio seth shane shannon sharon shaun shauna shawn sheila shelby sheldon shelley
	sherry shirley sidney siegfried sigmar silvia silvio simon simona simone sinead siobhan sofia solomon sonia sonja sophia sophie spencer stacey stacy stan stanislav stanley stefan stefania
	stefano stella stephan stephanie stephen sterling steve steven stewart stuart sue susan susana susanna susanne susie suzanne sven svetlana sviatoslav sydney sylvain sylvester sylvia
	tamara tammy tania tanya tara tariq tasha tatiana tatyana taylor ted terence teresa teri terrance terrence terri terry tess tessa thaddeus thelma theo theodor theodore theresa therese thiago
	thierry thomas tia tiffany tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tony tracey traci tracy travis trevor tricia trinity tristan troy trudy tulsi tyler tyrone ulrich ulrike
	ursula ute uwe vadim val valentin valentina valeria valerie valery vanessa vasily vaughn vera verity vernon veronica veronika vicente vickie vicky victor victoria viktor viktoria vince vincent vincenzo viola violet
	virginia vitali vitaly vivian vivienne vlad vladimir vladislav vojislav volodymyr vyacheslav wade wallace walt walter wanda warren wayne wendell wendy wesley whitney wilbur wilfred wilhelm will willem willard william
	willie wilma winifred winnie winston wojciech wolfgang woodrow xavier yann yaroslav yevgeny yolanda yulia yuri yuriy yves yvette yvonne zac zach zachary zack zara zbigniew zoe zoran zuzana
	zdenek miroslav radoslaw slobodan ratko radovan aleksandra jadranka jovan goran dragan nenad srdjan mladen zeljko janusz jaroslaw lech donatella viktoriya mykhailo mykola serhiy`

// givenNamesMore are common given names of the rest of the world.
const givenNamesMore = `abbas abdallah abdel abdelaziz abdelkader abdelmadjid abdul abdulaziz abdulla abdullah abdullahi abdulrahman abdurrahman abu
	adel adil adnan afif ahmad ahmed ahmet aisha akbar akram alaa ali alhaji amal amani amer amin amina amir amira ammar amr anas anwar arif
	asad asim asma asma'a atef ayman ayesha ayoub aziz aziza badr bakr bashar bashir basim bassam bassem benazir bilal boutros dalia daoud ebrahim ehud
	emad erdogan essam ezzedine fadi fahad fahd faisal faiz farah farhan farid farida farooq farouk faruk fathi fatima fatma fawaz fawzi fayez fayyaz firas fouad fuad ghada
	ghassan habib habiba hadi hafez hafiz haider hakan hakim hala hamad hamas hamdi hamid hamza hana hani hanan hanif haris haroon hasan hashim hasina hassan hatem haytham hicham hisham
	hossam hosni houda huda husain hussain hussein ibrahim idris ihab ikram ilham imad imran iman intisar iqbal irfan isam ishaq ismail issa jaafar jabir jafar jalal jamal jameel
	jamil jamila jawad jihad kamal kamel kamran karam kareem khadija khaled khalid khalifa khalil laila lamia latif layla leila lina lubna mahathir mahdi maha mahmood mahmoud mahmud
	majid malik manal mansoor mansour manzoor marwa marwan masood masoud maulana mehdi mehmet mehmood mevlut mohamad mohamed mohammad mohammed mohsen mona moncef mostafa mouaz mousa mubarak
	muhammad muhammadu muhammed mukhtar munir murad murat musa musab mustafa mustapha muzaffar nabil nabila nader nadir nadira naeem nafisa naguib naji najib nasir nasser naveed nawal nawaz
	nayef nazir nidal nisar nizar noor noura nuri nur osama osman ousmane pervez qais qasem qasim qassem rabia rachid rafik rafiq rahim rahman raja rami ramzan ramzi rana rania rashad rashed rashid rauf
	recep reza riad riyad riyadh rouhani ruhollah saad sabah sabri saddam sadiq saeb saeed safa sahar said saif sajid salah salam saleh salem salim salma salman salwa sameer sami samia samir samira
	samer sana saud sayed sayyid selim shahid shahbaz shakir shaukat sharif shawki sherif shireen sohail suha suhail sulaiman suleiman sultan syed taha taher tahir talal talat talib tamer
	tamim tawfik tayyip umar umer usman waheed wael wafa walid waleed waseem wasim wissam yahya yaser yasin yasir yasmin yasser yassin yazid younes younis yousaf yousef yousuf youssef yusuf zahid zahir zahra
	zaid zain zainab zakaria zaki ziad zubair zulfiqar abhishek aditya ajay ajit akash akhilesh akshay amarinder amit amitabh amrita anand anil anita anjali ankit ankita anupam anurag aparna arjun arun
	aruna arvind asha ashish ashok ashwin atal atul avinash bala balakrishnan bharat bhupinder bipin chandra chandrababu chetan deepak deepika devendra dharmendra dinesh divya gaurav gautam geeta girish gita gopal
	govind harish harsh hemant indira jagan jagdish jaya jayalalithaa jitendra jyoti kailash kamlesh kapil karan kartik kavita kishore kiran krishna kumar kumari lakshmi lalit lalu lata laxmi madhav madhu madhuri mahendra
	mahesh mahinda mamata mandeep manish manmohan manohar manoj maithripala meena meera mohan mohit mukesh mukul nagendra nandini narendra naresh naveen navjot neha nikhil nirmala nisha nitin nitish omprakash pallavi pankaj
	pankaja parag parvati pawan pooja prabhu prachi pradeep prakash pramod pranab prasad prashant pratap pratibha praveen preeti priti priya priyanka purnima pushpa rahul raj rajan rajat rajeev rajendra rajesh rajiv rajnath
	raju rakesh ram ramesh ranil ranjan ranjit rashmi ratan ravi ravinder rekha rishi ritu rohan rohit rupa sachin sagar sandeep sangeeta sanjay sanjeev sanjiv santosh sarita sasikala satish saurabh seema shankar shanti
	sharad shashi shilpa shiv shivraj shobha shreya shruti shubham siddharth sirisena smita smriti sneha sonal sonia sourav srinivas subhash sudha sudhir suman sumit sunil sunita suraj surendra suresh surya sushil sushma
	swati tanvi tarun tejashwi uday uddhav uma usha varun vasundhara vidya vijay vijaya vikas vikram vikrant vimal vinay vineet vinod vipin viraj virat virender vishal vivek yash yogesh yogi
	abiola abiy adama adaeze ade adebayo adeola adewale akin akinwumi akua akufo alassane amadou amara ama aminata aminu amos ayo ayodele babatunde babajide blaise blessing bola boubacar bukola
	cheikh chidi chika chike chimamanda chinedu chinua chioma chukwuma cyril daouda denis dikembe ebele efua ekow ellen emeka emmerson eyo femi fatou fela felix folake folasade funmi gbenga
	goodluck grace hage hailemariam ibrahima idrissa ifeanyi ike ikechukwu isatou ismaila iyabo jabulani jacinta jakaya john julius kagame kamau kayode kelechi kemi kenneth kizza kofi kojo koffi kwabena kwame kwasi kweku kwesi
	lamine laurent lazarus lerato macky mahamadou mahamat mamadou mandla mbali mbongeni meles modou moise moussa muhoozi musa mwai nana ndidi nelson ngozi njeri nkosazana nnamdi nomvula nosipho nuhu
	obiageli oby odinga olamide olu oluwaseun olusegun oluwole omari omotola ousmane paballo patrice paul pius raila robert rotimi sani sekou sello seun seydou sibusiso simba siphiwe sipho
	souleymane tafari taiwo tedros tendai thabo themba thandi thandiwe thuli tshepo tunde uche uhuru uzoma wangari wole yakubu yaw yemi yoweri zanele zodwa zuma
	akihiko akihito akira akiko asuka ayumi chiaki daisuke emi fumio haruki haruko haruhiko hideki hiro hiroko hiroshi hiroyuki ichiro jun junichi junichiro kazuo keiko keisuke kenichi kenji kenta koichi koji kumiko kunio makoto mariko masahiro masako
	masao masashi masato mayumi megumi michiko mika minoru mitsuko naoki naoto naruhito natsuki noriko nobuo osamu reiko ryo ryota sachiko sadako satoshi seiji shigeru shinichi shinji shinzo shizuka shoko shoichi taichi takahiro takashi takeo takeshi taro tatsuya
	tetsuya tomoko toru toshi toshiro tsuyoshi yasuhiro yasuo yoichi yoko yoshihide yoshihiro yoshiko yoshio yoshiro yui yuichi yuji yuki yukiko yukio yumi yuriko yusuke
	bao bing bo cheng chen chun dan dong fang feng gang guang guo hai hao hong hua hui jia jian jiang jie jin jing jinping jintao juan jun keqiang kai lei li lian liang lin ling long mei meng min ming nan ning peng ping qiang qing rong rui shan shu tao ting wei wen
	wenliang xi xia xian xiang xiao xiaobo xiaoping xin xing xiu yan yang yi yifan ying yong yu yuan yue yun zhen zheng zhi zhong zhou zhu zhang wang liu zhao huang xu sun hu zhu gao lin he guo ma luo zheng xie tang han cao xu deng feng peng zeng xiao tian dong pan yuan
	chul eun geun hae hee hye hyun in jae ji jin jong joon ju jung kyung min moon myung sang seo seok seung soo sook suk sun sung tae un woo yeon yong young yun kim park lee choi jeong kang cho yoon jang lim
	agus ahmad anies anwar aung bambang basuki benigno budi corazon dewi duong dung ferdinand ganjar hun imelda indah joko ko leni lim ling maung megawati min ne ngoc nguyen nay phuc prabowo prayut prayuth quang retno ridwan rodrigo
	santi siti soe somchai sri suharto sukarno suu susilo teo thant thein thi thaksin tin tran trong truong tuan van win yingluck zaw azmin azizah hishammuddin khairy lim mahathir muhyiddin najib rafizi syed wan zahid
	aslan ayaz azamat bakhyt bolat daniyar dinara emomali erlan gulnara gurbanguly ilham ilqar islam kassym marat mehriban nursultan nurlan ramzan rustam shavkat temur timur zaur levan mikheil nikoloz salome zurab giorgi irakli armen
	nikol serzh hovik avi aviv ariel benny binyamin benjamin dov ehud eitan eyal gideon golda gilad itamar itzhak meir menachem moshe naftali natan nir noa ofer omer ori ron shai shaul shimon shlomo tal tzipi uri yaakov yael yair yehuda yitzhak yoav yoni yossi zeev
	arash behrouz bijan cyrus dariush ebrahim elham farhad farzad fereydoun golnaz hojatollah javad kaveh keyvan laleh mahnaz mahsa maziar mehran mina mojtaba nasrin nazanin niloufar parviz roya shahram shirin sima
	soraya zahra bülent burak cem deniz devlet ekrem elif emre fatih fethullah gul hulusi ismet kemal kenan kerem mehmet meral mert mesut muharrem necmettin nihat onur orhan ozgur selahattin serkan suleyman tansu tarkan tolga turgut umit yilmaz yusuf
	aliyu atiku babagana danjuma dauda garba hauwa isa jibril kabiru lawal maryam nasiru rabiu sanusi shehu tanko umaru yakub abdoulaye`
