using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Web;

namespace Ita.App.Tests.Infra;

/// <summary>The resources of a prod deployment with an operator group, shared by the tests of a class.</summary>
public sealed partial class Deployment : IAsyncLifetime
{
    public const string OperatorGroup = "11111111-2222-3333-4444-555555555555";

    private JsonElement snapshot;

    public IEnumerable<JsonElement> Resources => snapshot.GetProperty("predictedResources").EnumerateArray();

    public JsonElement Outputs => snapshot.GetProperty("outputs");

    /// <summary>The last segments of the names of all resources of a type.</summary>
    public IEnumerable<string> Names(string type) => OfType(type).Select(resource => resource.GetProperty("name").GetString()!.Split('/')[^1]);

    public IEnumerable<JsonElement> OfType(string type) => Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    public JsonElement One(string type) => Assert.Single(OfType(type)).GetProperty("properties");

    public JsonElement Container() => One("Microsoft.App/containerApps").GetProperty("template").GetProperty("containers").EnumerateArray().Single();

    /// <summary>The app's environment variables; the value is null where it is a secret or known only to
    /// Azure.</summary>
    public IReadOnlyDictionary<string, string?> AppSettings() => EnvironmentVariable()
        .Matches(Container().GetProperty("env").GetString()!)
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Success ? match.Groups[2].Value : null);

    public async Task InitializeAsync() => snapshot = await Bicep.SnapshotAsync(
        "parameters/prod.bicepparam",
        new Dictionary<string, string?>
        {
            ["ITA_OPERATOR_GROUP"] = OperatorGroup,
            ["ITA_SMTP_USER"] = "survey",
            ["ITA_SMTP_PASSWORD"] = Bicep.AnyKey,
            ["ITA_SMS_URL"] = "https://sms.example/send",
            ["ITA_SMS_SECRET"] = Bicep.AnyKey,
        });

    public Task DisposeAsync() => Task.CompletedTask;

    [GeneratedRegex(@"createObject\('name', '(\w+)', (?:'secretRef'|'value', (?:'([^']*)'\))?)")]
    private static partial Regex EnvironmentVariable();
}
