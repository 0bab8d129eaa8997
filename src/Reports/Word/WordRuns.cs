using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Letters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Ita.Reports.Word;

/// <summary>Converts the text of an HTML element to runs.</summary>
internal static partial class WordRuns
{
    // A dotted line to write on, in the middle of a text: for one signature beside others, and alone.
    private const int FewDots = 22;
    private const int Dots = 45;

    /// <summary>The runs of an element, with spaces as a browser would show them.</summary>
    /// <param name="beforeBlocks">True for the text before the first block only.</param>
    public static List<OpenXmlElement> Of(INode element, bool isBold = false, string? colour = null, bool beforeBlocks = false)
    {
        var runs = new List<OpenXmlElement>();
        var nodes = element.ChildNodes.TakeWhile(child => !beforeBlocks || child is not IElement block || !WordBlocks.IsBlock(block));
        Add(runs, nodes, new(isBold, colour));
        Trim(runs);
        return runs;
    }

    public static Run Text(string text, bool isBold = false, string? colour = null)
    {
        var run = new Run();
        var properties = new RunProperties();
        properties.Append(isBold ? [new Bold(), new BoldComplexScript()] : Array.Empty<OpenXmlElement>());
        properties.Append(colour is null ? [] : new OpenXmlElement[] { new Color { Val = colour } });
        if (properties.HasChildren)
        {
            run.Append(properties);
        }

        run.Append(new Letters(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static Run Tab() => new(new TabChar());

    /// <summary>A field that Word computes, with the text that is shown until then.</summary>
    public static IEnumerable<Run> Field(string code, string shown) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Text(shown),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    private static void Add(List<OpenXmlElement> runs, IEnumerable<INode> nodes, Look look)
    {
        foreach (var child in nodes)
        {
            if (child is IText text)
            {
                AddText(runs, text.Data, look);
            }
            else if (child is IElement element)
            {
                AddElement(runs, element, look);
            }
        }
    }

    private static void AddElement(List<OpenXmlElement> runs, IElement element, Look look)
    {
        switch (element)
        {
            case { LocalName: "br" }:
                runs.Add(new Run(new Break()));
                break;
            // Drawings and lists have their own paragraphs; the sentence about a QR code has none to refer to.
            case { LocalName: "svg" or "ol" or "ul" } or { ClassName: "meter" or "scan" }:
                break;
            case { ClassName: "line" }:
                runs.Add(Text(new string('.', element.Closest(".signatures") is null ? Dots : FewDots)));
                break;
            case { ClassName: "note" or "aside" }:
                AddText(runs, " ", look);
                Add(runs, element.ChildNodes, look with { Colour = WordStyles.Quiet });
                break;
            default:
                var isBold = element.LocalName is "b" or "strong" && element.ClassName != "plain";
                Add(runs, element.ChildNodes, look with { IsBold = look.IsBold || isBold });
                break;
        }
    }

    private static void AddText(List<OpenXmlElement> runs, string text, Look look)
    {
        var plain = Space().Replace(text, " ");
        if (plain.StartsWith(' ') && (runs.Count == 0 || runs[^1].InnerText.EndsWith(' ') || runs[^1].GetFirstChild<Break>() is not null))
        {
            plain = plain[1..];
        }

        if (plain.Length > 0)
        {
            runs.Add(Text(plain, look.IsBold, look.Colour));
        }
    }

    private static void Trim(List<OpenXmlElement> runs)
    {
        while (runs.Count > 0 && runs[^1].GetFirstChild<Letters>() is { } last)
        {
            last.Text = last.Text.TrimEnd(' ');
            if (last.Text.Length > 0)
            {
                break;
            }

            runs.RemoveAt(runs.Count - 1);
        }
    }

    // Not the non-breaking space, which is kept.
    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex Space();

    private sealed record Look(bool IsBold, string? Colour);
}
