using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ClaimTracker.Text.Printed;

/// <summary>Runs the drawing of a page and keeps its characters. Lines and areas are not drawn, and pictures not unpacked.</summary>
internal sealed class GlyphCollector(
    int page,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox crop,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix start,
    ParsingOptions options,
    PrintedLimits limits)
    : BaseStreamProcessor<GlyphPage>(page, resources, scanner, parser, filters, crop, unit, rotation, in start, options)
{
    /// <summary>The part of a turn, as its tangent, that a line may lean.</summary>
    private const double MostLean = 0.2;

    private readonly CropBox _crop = crop;
    private readonly List<Glyph> _glyphs = [];
    private readonly HashSet<(string Words, int Left, int Base)> _seen = [];
    private readonly StringBuilder _turned = new();
    private int _pictures;
    private int _unknown;

    public override GlyphPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new GlyphPage(
            pageNumberCurrent, _crop.GetVisibleBounds(Rotation).Height, _glyphs, _turned.ToString(), _pictures, _unknown);
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        limits.TakeGlyph();
        var words = GlyphWords.Of(unicode);
        _unknown += words == GlyphWords.Unknown ? 1 : 0;
        var left = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var right = transformationMatrix.Transform(
            textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var top = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 1))));
        var (run, rise, size) = (right.X - left.X, right.Y - left.Y, Math.Abs(top.Y - left.Y));
        if (words.Length == 0 || !double.IsFinite(run + rise + size + left.X + left.Y))
        {
            return;
        }

        if (Math.Abs(rise) > Math.Abs(run) * MostLean || run < 0)
        {
            _turned.Append(words);
        }
        else if (words == " " || _seen.Add((words, (int)Math.Round(left.X * 2), (int)Math.Round(left.Y * 2))))
        {
            // The same letter in the same place is a way to print bold.
            _glyphs.Add(new Glyph(words, left.X, right.X, left.Y, size > 0 ? size : pointSize, font.Details.IsBold));
        }
    }

    public override void EndText()
    {
        if (_turned.Length > 0 && _turned[^1] != ' ')
        {
            _turned.Append(' ');
        }

        base.EndText();
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        limits.TakeForm(formStream.Data.Length);
        base.ProcessFormXObject(formStream, xObjectName);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _pictures++;

    protected override void RenderInlineImage(InlineImage inlineImage) => _pictures++;

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y) => CurrentPosition = new PdfPoint(x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => CurrentPosition = new PdfPoint(x3, y3);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        CurrentPosition = new PdfPoint(x3, y3);

    public override void LineTo(double x, double y) => CurrentPosition = new PdfPoint(x, y);

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
