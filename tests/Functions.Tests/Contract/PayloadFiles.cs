using System.Text;
using Ita.Functions.Invocation;

namespace Ita.Functions.Tests.Contract;

/// <summary>What the Functions host sends, one file a trigger and form (contract.md, section 2).</summary>
internal static class PayloadFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "payloads");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static Task<InvocationPayload> ReadAsync(string name) => ParseAsync(Text(name));

    public static async Task<InvocationPayload> ParseAsync(string body)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return await InvocationPayload.ReadAsync(stream, CancellationToken.None);
    }

    /// <summary>A queue message as the host posts it for <c>"dataType": "binary"</c>.</summary>
    public static string Queue(string message) =>
        $$$"""{"Data":{"job":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes(message))}}}"},"Metadata":{"DequeueCount":"1"}}""";

    /// <summary>A blob as the host posts it; the name arrives as JSON within JSON.</summary>
    public static string Blob(byte[] content, string name) =>
        $$$"""{"Data":{"blob":"{{{Convert.ToBase64String(content)}}}"},"Metadata":{"name":"\"{{{name}}}\"","Properties":{"ETag":{} } } }""";
}
