using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ita.LocalHost.App;

/// <summary>How LocalHost reads the app's JSON files and writes JSON to the handler.</summary>
internal static class JsonText
{
    /// <summary>host.json and function.json may hold comments and trailing commas.</summary>
    public static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Thai letters, quotes and plus signs unescaped, as Newtonsoft.Json in the host writes them.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true, NewLine = "\n" };

    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
