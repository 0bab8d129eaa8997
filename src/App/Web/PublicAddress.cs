namespace Ita.App.Web;

/// <summary>The public URL of this app: setting <c>ITA_PUBLIC_URL</c>. It is printed on reports, so it should not
/// be changed.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public const string Setting = "ITA_PUBLIC_URL";

    private const string OnThisMachine = "http://localhost:7071";

    /// <summary>The setting, or the address of a local host.</summary>
    public Uri Url { get; } = new(configuration[Setting] is { Length: > 0 } set ? set : OnThisMachine);

    /// <summary>False when the setting is empty. Reports then have no seal and no QR code, because no reader could follow them.</summary>
    public bool IsSet { get; } = configuration[Setting] is { Length: > 0 };
}
