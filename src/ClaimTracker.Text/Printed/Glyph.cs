namespace ClaimTracker.Text.Printed;

/// <summary>A character as it is printed. Lengths are in points, from the lower left corner of the page.</summary>
/// <param name="Words">The character, or the characters of a ligature.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where the next one begins.</param>
/// <param name="Base">The height of the line that it stands on.</param>
/// <param name="Size">Its size.</param>
/// <param name="IsBold">Whether its font is bold.</param>
internal readonly record struct Glyph(string Words, double Left, double Right, double Base, double Size, bool IsBold);

/// <summary>The characters of a page, in the order in which they are drawn.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Height">Its height.</param>
/// <param name="Glyphs">Those on upright lines.</param>
/// <param name="Turned">The words on lines that run in another direction.</param>
/// <param name="Pictures">The number of its pictures.</param>
/// <param name="Unknown">Characters of which the file does not say which they are.</param>
internal sealed record GlyphPage(int Number, double Height, IReadOnlyList<Glyph> Glyphs, string Turned, int Pictures, int Unknown);
