using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Worthiness;

/// <summary>Words that speak for or against a statement of fact that can be checked.</summary>
internal sealed record Vocabulary
{
    public required WordSet Quantities { get; init; }

    public required WordSet Comparisons { get; init; }

    public required WordSet FactVerbs { get; init; }

    public required WordSet Reporting { get; init; }

    public required WordSet Opinion { get; init; }

    public required WordSet FirstPerson { get; init; }

    public required WordSet Future { get; init; }

    public static readonly Vocabulary English = new()
    {
        Quantities = new WordSet(
            """
            percent per cent million millions billion billions trillion thousand thousands hundred hundreds dozen dozens half third quarter
            double triple twice one two three four five six seven eight nine ten most majority rate average total number dollars dollar
            """),
        Comparisons = new WordSet(
            """
            more less fewer most least highest lowest largest biggest smallest greatest first last never every all none no only ever than
            because caused cause causes led result increase increased decrease decreased rose fell grew cut doubled tripled record worst
            best since
            """),
        FactVerbs = new WordSet(
            """
            was were has had have did voted signed supported opposed passed built created lost won gave paid spent raised cut received
            approved killed died found took made went came got sold bought owns owned cost costs represents contains is are
            """),
        Reporting = new WordSet(
            """
            said says told according reported reports claimed claims stated announced confirmed denied study report poll data
            """),
        Opinion = new WordSet(
            """
            think believe feel hope want wish should maybe perhaps great wonderful beautiful love honestly frankly must ought
            """),
        FirstPerson = new WordSet("i i'm i've i'd i'll i’m i’ve i’d i’ll me my mine"),
        Future = new WordSet("will would going gonna shall could may might let let's let’s"),
    };
}
