using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Blocks;

/// <summary>Recognises sentences about the article itself: the views in it, its origin, notes of the editors.</summary>
internal static class Disclaimers
{
    private static readonly Phrases Openings = new(
    [
        "the views expressed", "the views and opinions", "the opinions expressed", "the opinions and views", "views expressed",
        "opinions expressed",
        "the views in this", "the views presented", "this article does not necessarily", "this commentary does not", "this column does not",
        "this is an opinion",
        "this article was originally published", "this article was first published", "this story was originally published",
        "this story was first published",
        "this article originally appeared", "this story originally appeared", "this column first appeared",
        "this column does not necessarily", "republished with permission",
        "this article is republished", "this story has been updated", "this article has been updated", "this article has been corrected",
        "correction:", "clarification:",
        "disclaimer:", "disclaimer ", "disclosure:", "editor's note", "editor’s note", "editors' note", "the author's views",
        "any opinions expressed",
        "die in diesem beitrag", "der beitrag gibt die meinung", "hinweis der redaktion", "anmerkung der redaktion",
        "dieser artikel erschien zuerst", "gastbeiträge geben",
        "les opinions exprimées", "les propos exprimés", "les points de vue exprimés", "note de la rédaction", "cet article a été publié",
        "las opiniones expresadas", "las opiniones vertidas", "los puntos de vista expresados", "nota del editor", "nota de la redacción",
        "este artículo fue publicado",
        "le opinioni espresse", "nota della redazione", "as opiniões expressas", "os artigos publicados", "nota da redação",
        "de meningen in", "noot van de redactie",
        "мнение автора", "мнение редакции", "точка зрения автора", "от редакции:", "примечание редакции",
    ]);

    public static bool Opens(ReadOnlySpan<char> sentence) => Openings.Open(sentence.TrimStart("*[(_ "));
}
