using System.Text.Json;
using Ita.App.Surveys.Forms;
using Ita.App.Tests.Hosting;
using Ita.Domain.Responses;
using Ita.Tests;
using Microsoft.Playwright;

namespace Ita.Browser.Tests.Browsing;

/// <summary>A visitor of the pages. When it is disposed, no request must have left the app's origin, and the browser
/// must have logged no warning or error, including blocked styles and scripts.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Axe = File.ReadAllText(Repository.PathOf("node_modules", "axe-core", "axe.min.js"));

    private readonly IBrowserContext context;
    private readonly List<string> requests = [];
    private readonly List<string> complaints = [];
    private readonly AppOnHost app;

    public Visit(IBrowserContext context, IPage page, AppOnHost app)
    {
        (this.context, Page, this.app) = (context, page, app);
        context.Request += (_, request) => requests.Add(request.Url);
        context.Console += (_, message) =>
        {
            // A status of 400 or more is logged as an error too; tests cause those on purpose.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public static string SurveyPath(string agency, string form) => $"/api/app/surveys/2567/{agency}/{form}";

    /// <summary>Navigates to a path; returns the status of the response.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Presses a button that navigates; returns the status of the last response.</summary>
    public async Task<int> PressAsync(string button)
    {
        // Listened to before the button is pressed: the page can be loaded before the response is seen here.
        var loaded = new TaskCompletionSource();
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += OnLoad;
        try
        {
            var answer = await Page.RunAndWaitForResponseAsync(
                () => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
                response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
            await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
            return answer.Status;
        }
        finally
        {
            Page.Load -= OnLoad;
        }
    }

    /// <summary>Uses the operator's key of the tests.</summary>
    public async Task SignInAsync()
    {
        await GoAsync("/api/app/key");
        await Page.GetByLabel("กุญแจ").FillAsync(AppOnHost.Key);
        await PressAsync("ใช้กุญแจนี้");
    }

    public Task FillAsync(string label, string text) => Page.GetByLabel(label).FillAsync(text);

    /// <summary>Chooses the option with this number in every question, or the last one if there are fewer.</summary>
    public async Task AnswerAsync(QuestionList form, int option = 1, string? butNot = null)
    {
        foreach (var question in form.Questions.Where(question => question.Code != butNot))
        {
            await OptionOf(question, Math.Min(option, question.Options.Length)).CheckAsync();
        }
    }

    /// <summary>Goes through all steps of a form to the page before sending.</summary>
    /// <param name="next">The button, in the language of the page.</param>
    public async Task FillStepsAsync(QuestionList form, int option = 1, string next = "ถัดไป")
    {
        foreach (var step in FormStep.All(form))
        {
            foreach (var question in step.Questions)
            {
                await OptionOf(question, Math.Min(option, question.Options.Length)).CheckAsync();
            }

            Assert.Equal(200, await PressAsync(next));
        }
    }

    public ILocator OptionOf(AskedQuestion question, int option) => Page.Locator($"input[type=radio][name='{question.Code}'][value='{option}']");

    public Task<int> AnsweredAsync() => Page.Locator("input[type=radio]:checked").CountAsync();

    /// <summary>Waits until an element has the focus: a page moves the focus after it is drawn, which is later than
    /// its loading.</summary>
    public Task IsFocusedAsync(string wanted) => Eventually.TrueAsync(async () => await FocusedAsync() == wanted, $"the keyboard at {wanted}");

    /// <summary>The role, or else the id, of the focused element.</summary>
    public Task<string> FocusedAsync() => Page.EvaluateAsync<string>("document.activeElement.getAttribute('role') ?? document.activeElement.id");

    public Task<string> MainAsync() => Page.Locator("main").InnerTextAsync();

    /// <summary>The page has no violation that axe detects, and no element is wider than the window.</summary>
    public async Task IsSoundAsync(string page)
    {
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<JsonElement>(
            "() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(run => "
                + "run.violations.map(one => one.id + ' ' + one.nodes.map(node => node.target + ': ' + node.failureSummary).join('; ')))");
        Assert.Equal((page, ""), (page, string.Join('\n', found.EnumerateArray())));
        Assert.Equal(
            (page, 0),
            (page, await Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")));
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(complaints);
        Assert.All(requests, request => Assert.StartsWith(app.Host.Address.ToString(), request, StringComparison.Ordinal));
    }
}
