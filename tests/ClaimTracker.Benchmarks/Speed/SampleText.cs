namespace ClaimTracker.Benchmarks.Speed;

/// <summary>What is split to measure speed: news prose of our own with its usual hazards, and units that make hostile paragraphs.</summary>
internal static class SampleText
{
    public const string English =
    """
    The council of Marlow Bay approved a budget of $4.2 million on Tuesday, its largest since the flood of 1987. Mayor Helen J. Ortiz said
    the money would go to roads, schools and "the pumps that should have been replaced years ago." Nobody on the council voted against it.

    According to a report that the U.S. Geological Survey published on Nov. 3, the water table has fallen by 1.5 metres in ten years.
    """ + """
     Dr. Lin
    Okafor, who led the study, called the figure conservative. "We measured at forty wells. Most of them had never been measured before,"
    """ + """
     she
    told reporters at 9 a.m. "What happens next depends on the rain." The full data are at https://data.example.org/wells/v2.1/index.html.

    Critics disagree. Farmers in the north of the county, e.g. those along Route 12, say that their wells are as full as ever... They want a
    second study, and they want it soon! Would that change anything? "I doubt it," said Prof. Emil Brandt of St. Anne's College. He has
    followed the debate for years [12] and expects no agreement before the elections. Until then, he said, both sides will cite the figures
    that suit them. The state's own estimate (published in Vol. 7, p. 31 of its yearbook) lies between the two. It was last revised in May.


    """;

    public static readonly (string Name, string Unit)[] Hostile =
    [
        ("dots", "."),
        ("spaced dots", ". "),
        ("quotation marks", "\""),
        ("opening quotation marks", "“"),
        ("dots and quotation marks", ".\" "),
        ("abbreviations", "Mr. U.S. etc. "),
        ("initials", "\"A. B "),
        ("brackets", "(["),
        ("notes", ".[1] "),
        ("digits with dots", "1.2."),
        ("list markers", "1. A "),
        ("lettered markers", "a) b "),
        ("bullets", "• "),
        ("one word without a space", "a"),
        ("emoji", "😀"),
        ("line breaks", "\n"),
        ("short lines", "A b\n"),
        ("Chinese", "他走了。"),
        ("Chinese titles", "《！"),
    ];
}
