using ClaimTracker.Text.Words;

namespace ClaimTracker.Text;

/// <summary>
/// The words of a text in the form in which they are searched and compared: case, accents, width, apostrophes, hyphens and English endings
/// aside. Where words have no spaces between them, each pair of neighbouring characters is a word.
/// </summary>
public static class WordForms
{
    /// <summary>The words of a text, in their order. None is empty or has white space or ASCII punctuation in it.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PlacedWords.Of(text).ConvertAll(static word => word.Form);
    }
}
