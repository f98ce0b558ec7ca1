package entity

// firstMale and firstFemale are common first names of the world's press, folded. Names that are given to women and men
// alike are in neither: there the article's own pronouns and honorifics decide.
const (
	firstMale = `aaron abdallah abdel abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alec alejandro
aleksandr alexander alexandre alexei alexey alfred ali alistair allan allen alvaro amir amit anatoly anders andre andreas
andrei andres andrew andrey angus anil anthony antoine anton antonio antony anwar arjun arnold arthur arturo ashraf atal
austin ayman barack barry bart bashar ben benedict benjamin bernard bernd bernie bill bjorn bob bobby boris brad bradley brandon
brendan brett brian bruce bruno bryan carl carlo carlos chad charles charlie chris christian christoph christopher
chuck clarence claude clement clive colin connor conor craig cristiano curtis cyril daniel daniele danny darren dave david dean
dennis denis derek diego dieter dietrich dimitri dmitri dmitry dominic dominique donald doug douglas duncan dwight dylan eamon ed
eddie edgar edmund eduardo edward edwin elias elliott elon emilio emmanuel enrique eric erik ernest ernesto ethan eugene evan
evgeny fabio fahad faisal federico felipe felix ferdinand fernando fidel florian francesco francis francisco francois frank
franklin franz fred frederick fritz fyodor gabriel gareth gary gavin gennady geoff geoffrey george georges gerald gerard gerhard
gerry giacomo gianni gilbert giorgio giovanni giuseppe glen glenn gonzalo gordon graham grant greg gregory guillermo gunther
gustav gustavo guy habib hamid hans harold harry harvey hassan heinrich heinz hector helmut henri henrik henry herbert herman
hiroshi horst howard hugh hugo hussein ian ibrahim igor ilya imran isaac isaiah ismail ivan jack jackson jacob jacques
jaime jake jakob james jamal jan jared jason javier jawad jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim
joao joe joel johan johann john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan juergen jules julian
julio julius justin kamal karim karl keith kenneth kenji kevin khaled khalid kofi konstantin kurt kyle lance larry lars
laurent lawrence lech lee leo leon leonard leonid leonardo leopold lewis liam lloyd louis luca lucas luigi luis luiz lukas luke
magnus mahmoud malcolm manuel marc marcel marcelo marco marcos marcus mario mark markus marshall martin marvin massimo
matt matteo matthew matthias maurice mauricio max maximilian mehmet melvin michael michel miguel mike mikhail miloš mitch
mitt mohamed mohammad mohammed moshe muammar muhammad mustafa nabil narendra nathan nathaniel neil nelson newt nicholas nick
nicolas nigel nikolai nikolay nikola noah noam noel norman olaf oleg oliver olivier omar orlando oscar oskar osama otto pablo
paolo pascal patrick paul paulo pavel pedro percy pete peter petr petro philip philippe phil pierre pieter piotr pranab qasem rafael
rahul rainer rajiv ralph ramon randall randy rashid raul ray raymond recep reggie rene reuben rex ricardo richard rick
robert roberto rodrigo roger rohan roland roman ron ronald rowan roy ruben rudolf rudy rupert russell ryan saddam salman
salvador sam samir samuel sandro santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shimon shinzo
sidney silvio simon solomon spencer stanislav stanley stefan stefano stephen stephane stephan steve steven stuart suleiman
sven syed tariq ted terence terry theodore theo thierry thomas tim timothy toby todd tom tomas tommy tony
travis trevor tyler umar valentin valery vasily victor viktor vincent vitaly vladimir volodymyr wade walter warren
wayne werner wilhelm will william willie wolfgang woodrow xavier yahya yasser yevgeny yitzhak yoshihide yuri yusuf zachary zbigniew`
	firstFemale = `abigail ada adele adriana agnes aisha alana alejandra alessandra alexandra alexandria alice alicia alina
alison allison amanda amelia amina amy ana anastasia andrea angela angelina angelique anita ann anna annabel anne annegret annette
annie antonia april arlene astrid audrey barbara beatrice beatriz becky bella benazir bernadette beth betsy betty beverly
bianca bonnie brenda bridget brigitte brittany camilla camille carla carly carmen carol carolina caroline caroline carolyn carrie
catherine cathy cecilia celine charlotte chelsea cheryl chiara chloe christina christine cindy claire clara clare claudia
condoleezza connie constance cristina cynthia dagmar daisy daniela danielle daphne dawn deborah debbie debra delia denise diana diane
dilma dolores donna dora doris dorothy ebba edith eileen ekaterina elaine eleanor elena elise elisa elisabeth elizabeth ella ellen
ellie elsa elvira emilia emily emma erika erin esther ethel eunice eva evelyn fatima fatma federica fiona florence frances
francesca gabriela gabriella gail gemma georgia georgina gertrude gina giorgia giulia gisele gloria grace greta gretchen gwen
hanan hanna hannah harriet heather heidi helen helena helene henrietta hilary hillary holly huma ida ilhan imelda ines inga ingrid
irene irina iris isabel isabella isabelle ivana ivanka jackie jacinda jacqueline jane janet janice jasmine jeanette
jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn johanna josephine joyce juanita judith judy julia
juliana julie juliet june kamala kara karen karin karolina kate katharina katherine kathleen kathryn kathy katie katrina katya kayla
kayleigh keiko kellyanne kimberly kirsten kirstjen kristen kristin kristina ksenia larissa laura lauren laurie layla leah leila lena
leticia lillian lily linda lindsay lisa liz liza lois loretta lori lorraine louise lucia lucy ludmila luisa lydia lynn
mabel madeleine maggie malala malia mandy manuela marcia margaret margarita margot maria mariam mariana marianne marie marilyn
marina marine marisa marissa marjorie marta martha martina mary masha matilda maureen maxine megan meghan melania melanie melinda
melissa mercedes meredith mette mia michaela michelle mildred mina miranda miriam molly mona monica monika muriel myriam
nadia nadine nancy naomi natalia natalie natasha nellie nicola nicole nikki nina nora noreen norma octavia olena olga olivia
ophelia oprah paige pamela patricia patty paula pauline peggy penelope penny petra phoebe phyllis polly priscilla priyanka
rachel ramona raquel rebecca regina renata renee rhonda rita roberta rosa rosalind rose rosemary rosie roxanne ruth sabrina sally
samantha sandra sanna sara sarah selena serena sharon sheila shelly sheryl shirley silvia simone sinead sofia sofie sonia sonya sophia
sophie stacey stella stephanie sue susan susana susanna susanne suzanne svetlana sylvia sylvie tamara tanya tara tatiana tatyana
teresa tess theresa tina tracey tulsi ursula valentina valeria vanessa vera veronica victoria viola violet virginia vivian
wanda wendy whitney wilma winifred winnie xenia yolanda yulia yvette yvonne zainab zoe zsuzsanna`
)
