using System.Text;

namespace Ita.LocalHost.Http;

/// <summary>The address a raw request has at the handler.</summary>
internal static class HandlerUri
{
    /// <summary>
    /// Escapes each segment of the decoded path anew, percent signs too. Else <c>/api/%252e%252e/Ingest</c>, which arrives
    /// here as <c>/api/%2e%2e/Ingest</c>, would be folded into <c>/Ingest</c>, an invocation endpoint.
    /// </summary>
    public static Uri Proxied(Uri handler, HttpRequest request) =>
        new(handler, Escaped(request.Path.Value!) + request.QueryString.Value);

    /// <summary>
    /// The same with the losses of forwarding: the path ends at a question or number sign, repeated keys are joined by
    /// commas, a key without a value gets an equals sign (contract.md, section 4, losses).
    /// </summary>
    public static Uri Forwarded(Uri handler, HttpRequest request) =>
        new(handler, Escaped(request.Path.Value!.Split('?', '#')[0]) + Joined(request.Query));

    // An escaped slash is the one escape that the server leaves in a path, so it must not be escaped again.
    private static string Escaped(string path) =>
        string.Join('/', path.Split('/').Select(Uri.EscapeDataString)).Replace("%252F", "%2F", StringComparison.OrdinalIgnoreCase);

    private static string Joined(IQueryCollection query)
    {
        var text = new StringBuilder();
        foreach (var (key, values) in query)
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(key)).Append('=')
                .AppendJoin(',', values.Select(value => Uri.EscapeDataString(value ?? "")));
        }

        return text.ToString();
    }
}
