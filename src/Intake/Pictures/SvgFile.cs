using System.Xml;
using System.Xml.Linq;

namespace Ita.Intake.Pictures;

/// <summary>A drawing as SVG, of which shapes, colours and gradients are accepted. It is written again from what is accepted, and nothing else of the
/// file reaches the library that draws it.</summary>
/// <remarks>An element that could run a program, read a file or call a server (script, image, foreignObject, a link to another file, an entity)
/// refuses the drawing: without it, the emblem would look different from what the agency sees.</remarks>
internal static partial class SvgFile
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string Address = "href";
    private const int MostLetters = 2_000_000;
    private const int MostElements = 20_000;
    private const int Deepest = 64;
    private const int FirstLetters = 4_096;

    private static readonly HashSet<string> Shapes =
    [
        "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "linearGradient", "radialGradient", "stop",
        "clipPath", "style",
    ];

    // Elements that say something about the drawing and draw nothing.
    private static readonly HashSet<string> Silent = ["title", "desc", "metadata"];

    /// <summary>Whether the beginning of the file is that of an SVG.</summary>
    public static bool Is(ReadOnlySpan<byte> file) =>
        Encoding.UTF8.GetString(file[..Math.Min(file.Length, FirstLetters)]).TrimStart('\ufeff', ' ', '\t', '\r', '\n') is ['<', ..] start
        && Root().IsMatch(start);

    /// <summary>The drawing with what is accepted; null when it is broken or contains something else.</summary>
    public static string? Read(byte[] file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MostLetters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            return IsShallow(file, settings) && XDocument.Load(reader).Root is { } root && root.Name == XName.Get("svg", Namespace)
                && root.DescendantsAndSelf().Take(MostElements + 1).Count() <= MostElements
                && Copy(root) is { } copied && SvgReferences.AreFinite(copied) ? copied.ToString(SaveOptions.DisableFormatting) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Before the tree is built, because a tree as deep as the file is long would end the process.
    private static bool IsShallow(byte[] file, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                return false;
            }
        }

        return true;
    }

    // Null when the element or one in it is not accepted.
    private static XElement? Copy(XElement element)
    {
        var copied = new XElement(XName.Get(element.Name.LocalName, Namespace));
        foreach (var attribute in element.Attributes().Where(IsOfDrawing))
        {
            if (!IsAccepted(attribute))
            {
                return null;
            }

            copied.Add(Plain(attribute));
        }

        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text when element.Name.LocalName == "style":
                    if (!IsAccepted(text.Value))
                    {
                        return null;
                    }

                    copied.Add(new XText(text.Value));
                    break;
                // Drawing programs put their own elements, of another namespace, into a drawing.
                case XElement { Name: var name } when name.NamespaceName != Namespace || Silent.Contains(name.LocalName):
                    break;
                case XElement child:
                    if (!Shapes.Contains(child.Name.LocalName) || Copy(child) is not { } inside)
                    {
                        return null;
                    }

                    copied.Add(inside);
                    break;
            }
        }

        return copied;
    }

    private static bool IsAccepted(XAttribute attribute) => attribute.Name.LocalName switch
    {
        var name when name.StartsWith("on", StringComparison.OrdinalIgnoreCase) => false,
        Address => attribute.Value.StartsWith('#'),
        _ => IsAccepted(attribute.Value),
    };

    // A style or value that refers to nothing outside the drawing.
    private static bool IsAccepted(string value) => value.IndexOf('\\', StringComparison.Ordinal) < 0
        && !value.Contains("@import", StringComparison.OrdinalIgnoreCase) && !Outside().IsMatch(value);

    // Other attributes with a namespace are notes of a drawing program. Only the addresses of gradients have one.
    private static bool IsOfDrawing(XAttribute attribute) => !attribute.IsNamespaceDeclaration
        && (attribute.Name.NamespaceName.Length == 0 || attribute.Name.LocalName == Address);

    private static XAttribute Plain(XAttribute attribute) => attribute.Name.NamespaceName.Length == 0
        ? new(attribute.Name.LocalName, attribute.Value)
        : new(XName.Get(Address, "http://www.w3.org/1999/xlink"), attribute.Value);

    [GeneratedRegex(@"^(<\?xml[^>]*\?>)?\s*(<!--.*?-->\s*|<!DOCTYPE[^>[]*(\[.*?\]\s*)?>\s*)*<(\w+:)?svg[\s>/]", RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex("""url\(\s*['"]?\s*[^#'"\s]|(java|vb)script:|data:|file:|https?:""", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
