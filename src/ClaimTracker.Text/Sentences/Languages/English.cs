namespace ClaimTracker.Text.Sentences.Languages;

internal static class English
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            // Firms, streets, degrees
            """
            inc co corp ltd llc plc bros cos mfg dept univ assn est intl natl govt comm
            st ave blvd rd ln hwy pkwy sq ste apt bldg ft mt pt
            jr sr esq ph.d m.d b.a m.a b.s m.s d.d.s ed.d r.n mba
            """ + " " +
            // States and countries as style books shorten them
            """
            Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt
            Wash Wis Wyo Alta Sask Ont Que u.s u.k u.n e.u u.s.a u.a.e d.c n.y n.j n.c s.c n.h n.m n.d s.d w.va r.i l.a b.c p.r
            """ + " " +
            // Time, measures, papers
            """
            a.m p.m b.c b.c.e c.e a.d jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues Wed thu thur thurs fri
            hr hrs min mins sec secs yr yrs lb lbs oz ft kg km cm mph approx avg dept misc incl excl resp
            Adj Cons Oper Pref
            al ed eds vol vols ch sec par refs repr ibid op.cit loc.cit cont fwd orig abbr
            """,
        Binding =
            """
            mr mrs ms messrs mx dr drs prof Profs Rev hon rt Fr Gen Maj Col Cols Lt Ltcol Capt Cmdr Cdr Adm Brig Sgt Cpl Pvt Pfc Spc Cpt
            Gov Govs Sen Sens Rep Reps Pres sec'y Supt Det Insp asst assoc Amb atty Ald Msgr Mgr r.adm v.adm
            e.g i.e cf viz vs v eg ie c.f p.s ps
            """,
        BeforeNumbers =
            """
            no nos p pp pg pgs fig figs art arts sec secs vol vols ch chap nr eq para par pt ex op n° tel ext c
            jan feb mar apr may jun jul aug sep sept oct nov dec approx circa ca
            """,
        Trailing = "m etc",
        Starters =
            """
            the a an this that these those he it she they we you i there here his her its their our my your in on at for from with by after
            before during since until as if when while although though because but and or nor yet so then thus hence however therefore
            moreover meanwhile also still instead indeed what who whom whose which why where how whether not no many most some several few
            all both each every another other according despite among under over between through without within about against do does did is
            are was were mr mrs ms dr prof yes yeah no oh well okay ok right now please thanks maybe perhaps once today yesterday tomorrow
            last next one even just only such unlike later earlier soon never always often sometimes usually additionally furthermore
            nevertheless nonetheless similarly otherwise overall recently currently eventually finally initially originally
            """,
        SpeechVerbs =
            """
            said says say told tells asked asks added adds replied wrote writes argued claimed warned insisted shouted explained noted
            """,
        BreakOffs = "—–-",
    };
}
