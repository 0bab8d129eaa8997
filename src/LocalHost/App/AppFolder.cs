using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>A published Functions app: its settings, host.json and the command that starts its worker.</summary>
internal sealed class AppFolder
{
    private readonly IConfiguration host;

    /// <exception cref="HostingException">The folder holds no app that can be hosted.</exception>
    public AppFolder(string folder, IReadOnlyDictionary<string, string> given)
    {
        Root = Path.GetFullPath(folder);
        Settings = new(Root, given);
        // A setting AzureFunctionsJobHost__a__b overrides the key a.b of host.json.
        // The file is read directly: a configuration inside another one loses empty values, and an empty route prefix is one.
        host = new ConfigurationBuilder()
            .AddJsonFile(PathOf("host.json"))
            .AddConfiguration(Settings.Configuration.GetSection("AzureFunctionsJobHost"))
            .Build();
        if (host["version"] != "2.0")
        {
            throw new HostingException("host.json must say \"version\": \"2.0\".");
        }

        var worker = ReadJson("worker.config.json").GetSection("description");
        var program = worker["defaultExecutablePath"] ?? throw new HostingException("worker.config.json has no description.defaultExecutablePath.");
        program = program.Replace("{WorkerRoot}", Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        WorkerCommand = [program, Path.Combine(Root, worker["defaultWorkerPath"] ?? "")];
    }

    public string Root { get; }

    public Settings Settings { get; }

    public IReadOnlyList<string> WorkerCommand { get; }

    /// <summary>The longest time a function may run; null when there is no limit.</summary>
    public TimeSpan? FunctionTimeout =>
        (host["functionTimeout"] ?? "00:30:00") is var text && text == "-1" ? null : TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The first segments of every HTTP route, without slashes at the ends.</summary>
    public string RoutePrefix => (host["extensions:http:routePrefix"] ?? "api").Trim('/');

    public IConfiguration Logging => host.GetSection("logging");

    /// <summary>The <c>extensions</c> of host.json, with the names under which the WebJobs SDK reads them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Extensions =>
        host.GetSection("extensions").AsEnumerable().Select(pair => KeyValuePair.Create("AzureWebJobs:" + pair.Key, pair.Value));

    private IConfiguration ReadJson(string file) => new ConfigurationBuilder().AddJsonFile(PathOf(file)).Build();

    private string PathOf(string file) => File.Exists(Path.Combine(Root, file))
        ? Path.Combine(Root, file)
        : throw new HostingException($"There is no {file} in '{Root}': it is not the publish folder of an isolated worker.");
}
