namespace ClaimTracker.Text.Sentences.Languages;

internal static class Danish
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            adr afd afs ang bl bl.a bd ca co d.d d.v.s d.å dvs ekskl eks el.lign eng evt f.eks f.kr e.kr fhv fx fork f.o.m ft gl gns hhv hr
            i.h.t iflg ifm inkl jf jfr jr kbh kgl kl kr kst lb lign m.a.o m.fl m.h.t m.m m.v maks mdr mht mia min mio moh mv nedenst ndf nr
            nuv o.a o.fl o.lign obs off omkr opr oprl p.t pga pl plur pr prof red ref resp rk s.k s.u sdr sek skt sml sr st stk str sv tdl
            tel tf tlf u.a uafh v.s vedr vs ø årh årg jan feb mar apr jun jul aug sep sept okt nov dec
            """,
        Binding =
            """
            hr fr frk dr prof cand Mag ing skt st kgl gen kapt f.eks fx bl.a dvs d.v.s ca jf jfr iflg pga vedr hhv inkl ekskl nuv fhv
            """,
        BeforeNumbers = "nr n° no s kap stk kl ca fig tlf tel art pkt årg bd § kr jan feb mar apr jun jul aug sep sept okt nov dec",
        Trailing = "osv etc m.m m.v m.fl mv mio mia km kg cm",
        Starters =
            """
            den det de en et han hun vi jeg du i man der her nu da så men og eller for dog derfor desuden også alligevel på til med fra af
            om ved efter under over mellem mod uden siden hvis når fordi selv om mens hvem hvad hvor hvorfor hvordan hvilken ingen ikke alle
            mange nogle hans hendes deres vores min dette denne disse ifølge
            """,
        SpeechVerbs = "sagde siger spurgte råbte skrev svarede",
        OrdinalLeads = "den det de d til fra fra hver sin sit hans hendes",
        OrdinalHeads =
            """
            januar februar marts april maj juni juli august september oktober november december
            århundrede klasse sal plads gang runde verdenskrig division
            """,
    };
}
