using Ita.App.Access;
using Ita.App.Agencies;
using Ita.App.Delivery;
using Ita.App.Jobs;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Surveys.Reminding;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Responses;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Surveys;

/// <summary>The classes of the surveys on the real store with a clock of the test, in a different process than the
/// running app.</summary>
internal sealed class PartsOfSurveys : IDisposable
{
    private readonly ServiceProvider parts;
    private readonly string agency;

    public PartsOfSurveys(RunningApp running, string agency, TimeProvider clock, Action<IServiceCollection>? instead = null)
        : this(running.Storage, agency, clock, instead)
    {
    }

    public PartsOfSurveys(StorageConnection storage, string agency, TimeProvider clock, Action<IServiceCollection>? instead = null)
    {
        this.agency = agency;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(ShowingOtpSender.Setting, "true")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton(clock).AddSingleton<IConfiguration>(configuration).AddSingleton(new OpenStorage(storage));
        services.AddSingleton<YearLists>().AddSingleton<KnownFrameworks>().AddSingleton<AgencyTable>().AddSingleton<ItemScoreTable>()
            .AddSingleton<IStatedRespondents, ItemScoreTable>().AddSingleton<AuditTable>().AddSingleton<JobQueues>();
        services.AddLogging().AddDelivery().AddSurveys(configuration).AddSingleton<RemindStep>();
        instead?.Invoke(services);
        parts = services.BuildServiceProvider();
    }

    public static FiscalYear Year { get; } = FiscalYear.FromBuddhistEra(2567);

    public static QuestionList Eit { get; } = SurveyCalls.Form("EIT1");

    public T Get<T>()
        where T : notnull => parts.GetRequiredService<T>();

    public async Task OpenAsync(string opens = "2024-01-01", string closes = "2024-06-30")
    {
        var period = new SurveyPeriod(Day(opens), Day(closes));
        Assert.Null((await Get<SurveyClosing>().SetAsync(Year, agency, period, false, "test", default)).Refusal);
    }

    public async Task<string?> PasswordAsync(string phone, string from = "192.0.2.1")
    {
        var outcome = await Get<PasswordIssuing>().IssueAsync(new(Year, agency, Eit, phone, from), default);
        return outcome.Value!.Shown;
    }

    public Task<Outcome<StoredPost>> SendAsync(
        string phone, string otp, string nonce, int option = 1, string from = "192.0.2.1") => Get<SurveyPosting>().PostAsync(
        new(Year, agency, Eit, new Credential.Password(phone, otp), SurveyCalls.Answers("EIT1", option), nonce, from), default);

    public Task<int> CountAsync() => Get<ResponseTable>().CountAsync(Year, agency, "EIT1", default);

    public void Dispose() => parts.Dispose();

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
