namespace Ita.App.Web;

/// <summary>What every page shows of the site and of its request.</summary>
/// <param name="Contact">Where readers can ask: setting <c>ITA_CONTACT</c>; null when it is not set.</param>
/// <param name="Path">The path of the request.</param>
public sealed record PageSite(string? Contact, string Path)
{
    private const string Setting = "ITA_CONTACT";

    public static PageSite Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var contact = context.RequestServices.GetRequiredService<IConfiguration>()[Setting];
        return new(string.IsNullOrWhiteSpace(contact) ? null : contact.Trim(), context.Request.Path.Value ?? "");
    }

    /// <summary>Whether the request is for the page at an address, or for one below it.</summary>
    public bool IsAt(string address) => Path == address || (address != PageRoutes.Root && Path.StartsWith($"{address}/", StringComparison.Ordinal));
}

/// <summary>A page above the current one.</summary>
public sealed record Crumb(string Name, string Address);
