namespace ClaimTracker.Text.Sentences.Languages;

internal static class French
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            adj admin al ann anc ap apr arr av ave bd bibl boul bull c.-à-d chap cie coll collab comm dép dept dir div doc ed éd env ex fém
            fig hab hist id inc inf intr jr l.d lib loc m.p min mss n.d.l.r nouv ord p.ex p.-s pl préf prov pt r.-v réf resp s.a s.a.r.l
            s.l.n.d sc sect sing sq ss st ste sté suiv sup suppl t.s.v.p tél trad trim u.e u.s.a vol vs j.-c apr.j.-c av.j.-c Gal Col Cap
            Pdt Bat Rte Fg Fbg sté ets éts mt arch art av.j.-c bl cc cl conf crit dict féod fl fol gén id imp ind inf infra intro inv litt
            math méd ms mss mth obs op.cit oct p.-ê prod prop rééd rem rev sav sc.nat spéc stat supra t.p tr trav univ vid zool n.b p.j p.o
            p.s r.p s.d s.l s.m s.e s.s
            """,
        Binding = "m mm mr mrs mme mmes mlle mlles dr drs pr prof Me mgr st ste sr gén cdt lt cne vve cf p.ex ex c.-à-d env vs",
        BeforeNumbers =
            """
            lun mar mer jeu ven sam dim max tab tabl no nos n° p pp art al chap fig t vol env tél éd liv ch janv févr avr juil sept oct nov
            déc ann
            """,
        Trailing = "m g l h etc hab km kg cm mm min",
        Starters =
            """
            le la les l un une des du de il elle on ils elles nous vous je j tu ce c cet cette ces ceci cela ça son sa ses leur leurs mon ma
            mes notre nos votre a à au aux en dans par pour sur sous avec sans chez entre vers depuis pendant après avant selon malgré lors
            dès mais et ou donc or ni car puis ensuite alors ainsi aussi enfin cependant toutefois pourtant néanmoins parfois si quand
            lorsque comme parce puisque bien que qui quoi où comment pourquoi quel quelle tout tous toute toutes aucun plusieurs certains
            d'après c'est il y qu'il d'autres s'il naturellement outre hormis grâce or jusque voici voilà lui eux soit peut peu plus moins
            trop très bien encore déjà jamais toujours aujourd'hui hier demain désormais actuellement finalement surtout seul seule seuls
            deux trois quatre cinq on nul chacun chaque autre d s n t m était étaient est sont fut a
            """,
        SpeechVerbs = "dit demanda affirme déclare explique répond",
        SoftStops = ";",
    };
}
