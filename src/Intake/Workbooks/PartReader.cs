using System.Xml;

namespace Ita.Intake.Workbooks;

/// <summary>Walks through one XML part of a workbook, element by element, with bounds on depth and text. No part's DTD or link is followed.</summary>
internal sealed class PartReader(PartStream part, int longestText) : IDisposable
{
    /// <summary>Far more than any spreadsheet program nests.</summary>
    private const int Deepest = 32;

    private static XmlReaderSettings Settings => new()
    {
        NameTable = new PartNames(),
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly XmlReader reader = XmlReader.Create(part, Settings);
    private readonly StringBuilder text = new();
    private readonly char[] chunk = new char[4096];

    public string Name => reader.LocalName;

    public int Depth => reader.Depth;

    public bool IsStart => reader.NodeType is XmlNodeType.Element;

    /// <summary>Whether the element has neither text nor children, written in one tag.</summary>
    public bool IsEmpty => reader.IsEmptyElement;

    public bool IsEndOf(string name) => reader.NodeType is XmlNodeType.EndElement && reader.LocalName == name;

    /// <exception cref="WorkbookException">The elements are nested deeper than any spreadsheet program nests them.</exception>
    public bool Read()
    {
        part.BeginStretch();
        return reader.Read() && (reader.Depth <= Deepest ? true : throw WorkbookException.Broken());
    }

    /// <summary>Moves to the next start of an element with this name; false when there is none.</summary>
    public bool ReadTo(string name)
    {
        while (Read())
        {
            if (IsStart && Name == name)
            {
                return true;
            }
        }

        return false;
    }

    public string? Attribute(string name) => reader.GetAttribute(name);

    /// <summary>An attribute by its local name, whatever its namespace.</summary>
    public string? AnyAttribute(string name)
    {
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name ? reader.Value : null;
        }

        reader.MoveToElement();
        return value;
    }

    /// <summary>The text straight within the current element, which is read to its end.</summary>
    /// <exception cref="WorkbookException">The text is longer than a cell may be.</exception>
    public string ReadText()
    {
        text.Clear();
        if (!IsEmpty)
        {
            var depth = Depth;
            while (Read() && Depth > depth)
            {
                TakeText();
            }
        }

        return text.ToString();
    }

    /// <exception cref="WorkbookException">The text is longer than a cell may be.</exception>
    public void CheckLength(StringBuilder text)
    {
        if (text.Length > longestText)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"> {longestText:#,0}"), longestText);
        }
    }

    public void Dispose() => reader.Dispose();

    private void TakeText()
    {
        if (!reader.CanReadValueChunk
            || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
        {
            return;
        }

        while (reader.ReadValueChunk(chunk, 0, chunk.Length) is > 0 and var count)
        {
            part.BeginStretch();
            text.Append(chunk, 0, count);
            CheckLength(text);
        }
    }
}
