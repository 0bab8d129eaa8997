using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>host.json; a setting <c>AzureFunctionsJobHost__a__b</c> overrides its key <c>a.b</c>.</summary>
internal sealed class HostJson
{
    private readonly IConfiguration json;

    private HostJson(IConfiguration json) => this.json = json;

    /// <summary>The longest time a function may run; null for no limit.</summary>
    public TimeSpan? FunctionTimeout => json["functionTimeout"] switch
    {
        null => TimeSpan.FromMinutes(30),
        "-1" => null,
        var text => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>The first segments of every HTTP route, without slashes at the ends.</summary>
    public string RoutePrefix => (json["extensions:http:routePrefix"] ?? "api").Trim('/');

    public IConfiguration Logging => json.GetSection("logging");

    /// <summary>The sections of the extensions, named as the WebJobs SDK reads them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Extensions => json.GetSection("extensions").AsEnumerable()
        .Select(pair => KeyValuePair.Create("AzureWebJobs:" + pair.Key, pair.Value));

    /// <exception cref="AppFolderException">There is no host.json, or its version is not 2.0.</exception>
    public static HostJson Read(string appFolder, Settings settings)
    {
        var path = Path.Combine(appFolder, "host.json");
        if (!File.Exists(path))
        {
            throw new AppFolderException($"There is no host.json in '{appFolder}'.");
        }

        var json = new ConfigurationBuilder().AddJsonFile(path).AddConfiguration(settings.Configuration.GetSection("AzureFunctionsJobHost")).Build();
        return json["version"] == "2.0" ? new(json) : throw new AppFolderException("host.json must say \"version\": \"2.0\".");
    }
}
