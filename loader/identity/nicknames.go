package identity

import "strings"

// shortNames has a first name and its short forms on each line.
const shortNames = `william bill billy will willie
robert bob bobby rob robbie
richard dick rick ricky rich
james jim jimmy jamie
joseph joe joey
john johnny jack
michael mike mick mickey
charles chuck charlie charley
edward ed eddie ted teddy
thomas tom tommy
anthony tony
stephen steve steven
daniel dan danny
david dave
donald don donny
kenneth ken kenny
ronald ron ronnie
samuel sam sammy
benjamin ben benny bibi binyamin benyamin
bernard bernie
andrew andy drew
gregory greg
jeffrey jeff jefferson
timothy tim timmy
christopher chris
nicholas nick nicky nicolas
matthew matt
patrick pat paddy
lawrence larry
leonard len lenny
gerald gerry jerry jerrold
francis frank
frederick fred freddie
alexander alex sasha
albert al bert
arthur art
eugene gene
philip phil phillip
peter pete
raymond ray
walter walt
vincent vince
douglas doug
theodore theo
nathan nate
zachary zach zack
joshua josh
jonathan jon
gabriel gabe
rudolph rudy
elizabeth liz beth betsy lizzie
katherine kate kathy katie cathy catherine kathryn
margaret maggie meg peggy
susan sue susie
deborah debbie deb debra
patricia patty tricia
jennifer jen jenny
jacqueline jackie
victoria vicky
barbara barb
pamela pam
cynthia cindy
kimberly kim kimberley
amanda mandy
rebecca becky
sandra sandy
theresa terry teresa
christine chrissy tina christina
alexandra sandra
mikhail misha
vladimir volodya volodymyr
dmitry dima dmitri dmitriy dmytro
sergey sergei serhiy
alexey alexei aleksey oleksiy
mohammed mohamed muhammad mohammad mohamad muhammed mohd mehmed mehmet
ahmed ahmad
yusuf youssef yousef yusef
hussein husayn hossein husain hussain
abdul abdel abd
ibrahim ebrahim
ali aly`

var formalNames = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(shortNames) {
		names := strings.Fields(line)
		for _, n := range names {
			if out[n] == "" {
				out[n] = names[0]
			}
		}
	}
	return out
}()

// formal is the first name that a short form stands for, or the name itself.
func formal(name string) string {
	if f := formalNames[name]; f != "" {
		return f
	}
	return name
}
