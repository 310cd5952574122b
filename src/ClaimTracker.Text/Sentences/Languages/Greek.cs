namespace ClaimTracker.Text.Sentences.Languages;

internal static class Greek
{
    public static readonly LanguageWords Words = new()
    {
        // The Greek question mark, typed as the semicolon of other languages.
        Terminators = ";\u037E",
        Abbreviations =
            """
            αρ βλ δηλ εκ εκατ κ.α κ.ά κ.τ.λ κ.λπ κλπ κτλ κ.ο.κ λ.χ μ.μ π.μ π.χ μ.χ χλμ χιλ τηλ τ.μ υ.γ υπ εδ σελ σημ τόμ κεφ ιαν φεβ μαρ απρ
            ιουν ιουλ αυγ σεπ οκτ νοε δεκ α.ε ε.ε η.π.α
            """,
        Binding = "κ κα κκ δρ καθ αγ στρ πλ λεωφ βλ π.χ λ.χ δηλ πρβλ γεν",
        BeforeNumbers = "αρ σελ σ άρθρ αρθ παρ κεφ τόμ τηλ εικ περ",
        Trailing = "κλπ κ.λπ κτλ κ.τ.λ κ.ά κ.ο.κ χλμ εκατ",
        Starters =
            """
            ο η το οι τα τον την του της των ένας μια μία ένα αυτός αυτή αυτό αυτοί εγώ εμείς εσείς στο στη στον στην στα από με για σε προς
            κατά μετά πριν αλλά και ή όμως ωστόσο επίσης αν όταν όπως επειδή γιατί ποιος τι πού πώς δεν θα να είναι ήταν
            """,
    };
}
