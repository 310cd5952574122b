namespace ClaimTracker.Text.Sentences.Languages;

internal static class Polish
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            adm afr al ang ap art bałt b.m b.r bł bp br bud c.d c.o cd cdn cieśn cz czyt d.n dag dod dol doc drob ds dyr dz egz ekon ew fot
            fr franc g gat gen geogr godz gosp gr hist hol hr i.e in inż itd itp j.ang jez jw k.k k.p.a kan kard kol kpt kr ks kś kw łac lek
            lic lp lub m.b m.in m.st m.w maks marsz mat med mec mgr min mjr nad nb nar nast niem np nr o.o obw ob odc ok op orig os p.n.e
            n.e par pkt pl płd płk płn płw po pod pol por pos pow ppłk pp prof proc prok przyp ps pt r red rez roz rozdz ros rys s.a sędz śp
            śr św ska sp spół st str szt tab tel tj tłum tom tow tys tyt tzn tzw ub ul ur urz ust uw w wg wicemin wkł właśc woj wsch współ
            wyd wył wym zach zał zb zch ze zł zm zob zw
            """,
        Binding =
            """
            dr hab prof mgr inż ks św bp abp kard o br p pp gen płk ppłk mjr kpt ppor st sierż marsz hr np m.in tj tzn tzw ok ul al pl os wg
            por zob ds
            """,
        BeforeNumbers = "nr s str t tom art ust pkt rozdz rys tab ok godz tel r w poz lit par par",
        Trailing = "itd itp etc r w tys mln mld km kg cm zł gr n.e p.n.e wł",
        Starters =
            """
            ten ta to te ci on ona ono oni one ja ty my wy jest są był była było w we na z ze do od dla po przy przez za pod nad o u bez
            przed między podczas według i a ale lecz jednak zaś więc dlatego ponieważ gdyż jeśli jeżeli gdy kiedy jak choć że kto co gdzie
            dlaczego który która nie tak już jeszcze także również ponadto potem następnie teraz dziś wczoraj tam tu jego jej ich nasz mój
            wszyscy wiele niektórzy każdy żaden
            """,
        SpeechVerbs = "powiedział powiedziała zapytał odpowiedział dodał",
        OrdinalLeads = "w do od na po dnia z przed",
        OrdinalHeads = "wieku pułk dywizja brygada batalion armia kompania liga edycja rocznica",
    };
}
