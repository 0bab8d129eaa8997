namespace Ita.Functions.Surveys;

/// <summary>Where a call came from.</summary>
/// <remarks>
/// Callers may write anything into <c>X-Forwarded-For</c>; the platform's front end adds what it saw itself at the end. Only that
/// entry is believed. Setting <c>ITA_FORWARDED_HOPS</c> says how many trusted hops add one, 1 when left out; 0 believes none.
/// </remarks>
public sealed class ClientAddress(IConfiguration configuration)
{
    public const string Setting = "ITA_FORWARDED_HOPS";

    private const string Header = "X-Forwarded-For";

    private readonly int _hops = configuration.GetValue(Setting, 1);

    /// <summary>The address without a port; the connection's own where the platform says nothing.</summary>
    public string Of(HttpContext context)
    {
        string[] seen = [.. context.Request.Headers[Header].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return _hops > 0 && seen.Length >= _hops
            ? WithoutPort(seen[^_hops])
            : context.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    // 203.0.113.7:49152 and [2001:db8::1]:49152 come with the port; 2001:db8::1 has colons of its own.
    private static string WithoutPort(string entry) => entry.StartsWith('[')
        ? entry[1..].Split(']')[0]
        : entry.Count(sign => sign == ':') == 1 ? entry.Split(':')[0] : entry;
}
