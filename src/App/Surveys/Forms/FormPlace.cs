namespace Ita.App.Surveys.Forms;

/// <summary>Where in a form a person is: at a step, at all questions on one page, or at the page before sending.</summary>
/// <param name="Step">Null on the two other pages.</param>
internal sealed record FormPlace(FormStep? Step, bool IsCheck = false)
{
    public const string NextButton = "next";
    public const string BackButton = "back";

    /// <summary>Shows the same page again: in the other language.</summary>
    public const string HereButton = "here";

    public const string CheckName = "check";
    public const string WholeName = "all";

    public static FormPlace Check { get; } = new(null, IsCheck: true);

    public static FormPlace Whole { get; } = new((FormStep?)null);

    /// <summary>The place as a form posts it.</summary>
    public string Name => Step?.Number.ToString(CultureInfo.InvariantCulture) ?? (IsCheck ? CheckName : WholeName);

    /// <summary>The questions that the page asks.</summary>
    public IEnumerable<AskedQuestion> Questions(QuestionList form) => Step?.Questions ?? (IsCheck ? [] : form.Questions);

    /// <summary>The first step when a form has no such place.</summary>
    public static FormPlace Read(QuestionList form, string? name) => name switch
    {
        CheckName => Check,
        WholeName => Whole,
        _ => At(form, int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1),
    };

    /// <summary>Where a button leads.</summary>
    /// <param name="button">One of the names above, or the name of a place.</param>
    public FormPlace After(QuestionList form, string? button) => (button ?? NextButton) switch
    {
        HereButton => this,
        NextButton when Step is { } step => step.Number == FormStep.All(form).Count ? Check : At(form, step.Number + 1),
        NextButton => Check,
        BackButton => At(form, (Step?.Number ?? FormStep.All(form).Count + 1) - 1),
        var name => Read(form, name),
    };

    private static FormPlace At(QuestionList form, int number)
    {
        var steps = FormStep.All(form);
        return new(number >= 1 && number <= steps.Count ? steps[number - 1] : steps[0]);
    }
}
