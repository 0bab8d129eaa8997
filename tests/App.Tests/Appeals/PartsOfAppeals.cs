using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Ita.App.Access;
using Ita.App.Appeals;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Appeals;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Appeals;

/// <summary>The services of the app on the real store, with a clock of the test. The days are long past, so that no other test waits for
/// them.</summary>
internal sealed class PartsOfAppeals : IDisposable
{
    private readonly ServiceProvider parts;

    /// <param name="dies">Stops each write to a table from a number on, as a kill does; null to write all.</param>
    public PartsOfAppeals(RunningApp running, TimeProvider clock, Dying? dies = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            AppOnHost.Settings(running.ConnectionString, [])
                .Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(settings).AddApp(settings).AddSingleton(clock);
        if (dies is not null)
        {
            var options = new TableClientOptions();
            options.AddPolicy(dies, HttpPipelinePosition.PerCall);
            services.AddSingleton(running.Storage with { Tables = new TableServiceClient(running.ConnectionString, options) });
        }

        parts = services.BuildServiceProvider();
    }

    public static FiscalYear Year { get; } = FiscalYear.FromBuddhistEra(2567);

    public static AppealWindow Window { get; } = new(new(2024, 7, 1), new(2024, 7, 14), new(2024, 7, 31));

    public static KeyHolder Assessor { get; } = new("assessor-key", KeyScope.Assessor);

    public AppealActs Acts => Get<AppealActs>();

    public T Get<T>()
        where T : notnull => parts.GetRequiredService<T>();

    /// <summary>Stores a draft in which every item has 100 points, and sets the days.</summary>
    public async Task DraftAsync(string agency)
    {
        var items = FrameworkCatalogue.BuiltIn.Get(Year).Items.Select(item => new ScoreKey(item.Code)).Order().ToList();
        var sheet = new ScoreSheet(Year, agency, new([.. items], [.. items.Select(_ => new GivenScore(100, 40, ScoreSource.Line(2)))]));
        await Get<ResultScoring>().ScoreAsync(
            Year, [sheet], new("upload", new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero), "sender", null), default);
        Assert.Null((await Acts.SetWindowAsync(Year, Window, null, Assessor, default)).Refusal);
    }

    public Task<Outcome<AppealRecord>> CommentAsync(string agency, string text = "หลักฐานครบ", params string[] items) =>
        Acts.SubmitAsync(Year, agency, new(items.Length == 0 ? ["O10", "O11"] : [.. items], text), new("own-key", KeyScope.Agency, agency), default);

    public Task<Outcome<AppealRecord>> AcceptAsync(string agency, int number = 1, decimal score = 0) =>
        Acts.AnswerAsync(Year, agency, number, new(true, "ไม่พบหลักฐาน", [new("O10", score)]), Assessor, default);

    public Task<Outcome<VersionEntry>> PublishAsync(string agency, string? overrule = null) =>
        Get<Publishing>().PublishAsync(Year, agency, new(Assessor, "ครบกำหนด", null, overrule), default);

    public Task<ResultRow?> RowAsync(string agency) => Get<ResultTable>().FindAsync(Year, agency, default);

    public async Task<AppealComment> FindAsync(string agency, int number = 1) =>
        (await Get<AppealTable>().FindAsync(Year, agency, number, default))!.Comment;

    public void Dispose() => parts.Dispose();
}

/// <summary>Ends a process before one of its writes to tables: that write and all later ones fail.</summary>
internal sealed class Dying(int before) : HttpPipelinePolicy
{
    private int writes;

    public bool IsDead => writes > before;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method != RequestMethod.Get && Interlocked.Increment(ref writes) > before)
        {
            throw new ProcessDiedException();
        }

        return ProcessNextAsync(message, pipeline);
    }
}

internal sealed class ProcessDiedException : Exception;
