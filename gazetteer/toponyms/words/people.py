"""Names of people that are also names of places, in every language's table.

Given names and surnames from general knowledge of many countries. They only speak
against a place where nothing else speaks for one: "Victoria" stays a place in "in Victoria".
"""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer.toponyms.words.classes import Word

__all__ = ["WORDS"]

WORDS: Mapping[int, str] = {
    Word.GIVEN: """
aaron abbas abdel abdul abdulaziz abdullah abdulrahman abdelaziz abel abigail abraham abu adam
adel adrian ahmad ahmed ahmet aisha alan albert alberto alejandro aleksandr alessandro alex
alexander alexandra alexei alexis alfonso alfred ali alice alicia alison allan allen amal amanda
amelia amin amina amir amy ana anastasia anders andre andrea andreas andrei andres andrew andy
angel angela anita ann anna anne annie anthony antoine anton antonio anwar april arif arnold artem
arthur ashley ashraf audrey augustine aung austin ayman ayse aziz barack barbara barry bashar
bashir beatrice ben benedict benjamin bernard bernie beth betty bill billy bob boris brad bradley
brandon brenda brendan brett brian bridget bruce bruno bryan caleb calvin cameron carl carla
carlos carmen carol caroline carolyn carter catherine cecilia chad charles charlie charlotte
chelsea cheryl chloe chris christian christina christine christopher cindy claire clara clarence
clark claude claudia claudio clinton colin connor craig cristina curtis cynthia dale damien dan
daniel daniela danielle danny darren dave david dawn dean deborah dennis derek diana diane diego
dimitri dirk dmitri dmitry dolores dominic don donald donna doris dorothy doug douglas duncan
dwight dylan earl ed eddie edgar edith eduardo edward edwin elaine elena eleanor eli elias
elizabeth ella ellen emil emily emma emmanuel enrique eric erica erik ernest ernesto esther ethan
eugene eva evan evelyn evo fabio fatima faisal felipe felix ferdinand fernando fidel florence
frances francesca francesco francis francisco francois frank franklin franz fred frederick gabriel
gabriela garry gary gavin gene geoffrey george gerald gerard gerhard gilbert gina giorgio giovanni
giuseppe glen glenn gloria gordon grace graham grant greg gregory guillermo guy habib hafez hamid
hamza hank hannah hans harold harry harvey hasan hassan hazel heather hector heinz helen helena
henri henry herbert herman hillary hosni howard hugh hugo hussein ian ibrahim igor imran ingrid
irene iris isaac isabel isabella ismail ivan ivanka jack jackie jacob jacques jake jalal james
jamal jamie jan jane janet janice jared jason jasmine javier jay jean jeff jeffrey jennifer jeremy
jerome jerry jesse jessica jesus jill jim jimmy joan joanna joaquin joe joel johan john johnny jon
jonathan jorge jose josef joseph joshua joy joyce juan judith judy julia julian julie jurgen
justin kamal karen karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth
kevin khaled khalid khalil kim kimberly kirk kofi kristen kurt kyle laila lance larry laura lauren
lawrence leah lee leila leo leon leonard leonardo leonid leslie lewis liam lillian linda lindsey
lionel lisa lloyd logan lois lorenzo louis louise lucas lucia luis luke lydia lynn madison mahmoud
mahmud manuel marc marco marcus margaret maria marian marie marina mario marion marjorie mark
marlon martha martin marvin mary mason matt matthew maurice max maxim megan mehmet melanie melissa
melvin michael michel michelle miguel mike mikhail mildred milton mira mitchell mohamed mohammad
mohammed molly monica morgan moses muammar muhammad murat murray mustafa nadia nancy naomi
narendra nasser natalia natalie nathan neil nelson nicholas nick nicola nicolas nicole nigel
nikita nikolai nina noah noel nora norma norman olga oliver olivia omar oscar osama osman otto
owen pablo pamela pat patricia patrick paul paula pauline pavel pedro penny percy perry pervez
peter petra petro phil philip philippe phillip phyllis pierre rachel rafael ralph ramon randy
rashid raul ray raymond rebecca recep reginald rene ricardo richard rick rita rob robert roberto
robin rodney rodrigo roger roland ron ronald rosa rosemary ross roy ruben rudolf rupert russell
ruth ryan saad sabrina saddam saeed said salem salim sally salman salvador sam samantha samir
samuel sandra sandy sara sarah scott sean sebastian sergei sergey sergio seth shane shannon sharon
shaun shawn sheila sheldon shirley sidney silvio simon simone sofia sonia sophia sophie spencer
stanley stefan stella stephanie stephen steve steven stewart stuart sue suleiman sultan susan
suzanne svetlana sydney sylvia tamara tanya tariq ted teresa terry theo theodore theresa thomas
tiffany tim timothy tina todd tom tommy tony tracy travis trevor tyler ursula valentina valerie
vanessa vera vernon veronica victor vicente victoria vincent viktor virginia vitali vivian
vladimir volodymyr wade walter wanda warren wayne wendy werner wilhelm will william winston
wolfgang xavier yasir yasser yitzhak savannah brooklyn yolanda yuri yusuf yvonne zachary
zaid zeinab""",
    Word.SURNAME: """
abbott adams ahmadinejad alexander allen anderson andrews annan arafat armstrong arnold assad
atkinson austin bailey baker ban barnes barrett beckham bell bennett berlusconi biden blair bolton
bond boyd bradley brady brooks brown bryant buchanan burke burns burton bush butler byrne cameron
campbell carroll carter castro chambers chavez cheney churchill clark clarke clinton cohen cole
coleman collins cook cooper cox crawford cruz cunningham curtis daniels davidson davies davis
dawson dean diaz dixon douglas duncan dunn edwards elliott ellis evans ferguson fernandez fisher
fleming fletcher ford foster fox francis franklin fraser freeman gaddafi gandhi garcia gardner
gates gibson gilbert gomez gonzalez gordon graham grant gray greene griffin hall hamilton hammond
hansen hanson harding hariri harper harris harrison hart harvey hayes henderson henry hernandez
hill hitler holland holmes hopkins houston howard howell hudson hughes hunt hunter jackson jacobs
james jefferson jenkins jensen johnson johnston jones jordan kabila karzai kelly kennedy kerry
khan king kirby knight larsen lavrov lawrence lawson lenin leonard lewis lincoln lopez lynch
macdonald mandela marshall martin martinez mason matthews mccain mccarthy mcdonald merkel miller
mills milosevic mitchell modi monroe montgomery moore morales moreno morgan morris morrison morsi
mubarak mugabe murphy murray musharraf myers nelson netanyahu newman nichols nixon obama olmert
ortega owen palmer parker patterson payne perez perry peters peterson phillips pierce pinochet
porter powell price putin rabin ramirez reagan reed reid reyes reynolds rice richards richardson
rivera roberts robertson robinson rodriguez rogers romney roosevelt rosario ross rouhani rubio
rumsfeld russell ruiz ryan salazar sanchez sanders santos schmidt schneider schroeder scott
shakespeare sharon shaw simpson sims singh smith snyder spencer stalin stanley stephens stevens
stewart stone sullivan taylor thatcher thompson torres trotsky truman trump tucker turner vargas
vaughn wade wagner walker wallace walsh ward warner warren washington watkins watson weaver webb
weber welch wells wheeler white wilkinson williams williamson willis wilson wood woods wright
yeltsin young zelensky zimmerman zuma""",
}
