namespace Ita.App.Surveys;

/// <summary>Checks the one-time password of a sheet. Wrong digits are answered and stored in the same way whether the subject never asked,
/// asked, waited too long or has answered.</summary>
public sealed class PasswordProof(PasswordTable passwords, SharedLimitTable limits, TimeProvider clock)
{
    private const int Rounds = 40;

    // Limits how many wrong digits one address can send over all subjects and agencies, and how many rows it can make. The address that asked
    // for a password is not refused by it, because a village can share one address; Guesses limits the tries for each subject.
    private static readonly RateLimit WrongOfAddress = new(100, TimeSpan.FromMinutes(15));

    /// <summary>Null when the sheet may be stored: the password is then marked as used by this sheet.</summary>
    public Task<Refusal?> RefusalAsync(SurveyPost post, SheetKeys keys, Credential.Password sent, CancellationToken cancellationToken) =>
        RefusalAsync(post, keys, sent, takes: true, cancellationToken);

    /// <summary>Null when the password is right and its subject has not answered. Right digits change nothing; wrong ones count as for a
    /// sheet.</summary>
    public Task<Refusal?> ProveAsync(SurveyPost post, SheetKeys keys, Credential.Password sent, CancellationToken cancellationToken) =>
        RefusalAsync(post, keys, sent, takes: false, cancellationToken);

    /// <summary>The same for a subject that was proved before: the row of its password is marked as used by this sheet.</summary>
    public async Task<Refusal?> RefusalAsync(SurveyPost post, SheetKeys keys, Credential.Pass sent, CancellationToken cancellationToken)
    {
        if (SurveyPass.Read(keys.Secrets.Respondents!, post.Form.Code, post.Nonce, sent.Text) is not { } subject)
        {
            return RefusalFor(new("otp-expired", Severity.Error));
        }

        for (var round = 0; round < Rounds; round++)
        {
            var stored = await passwords.FindAsync(post.Year, post.Agency, post.Form.Code, subject, cancellationToken) ?? StoredPassword.None;
            if (SecretHash.AreSame(stored.Claim, keys.Claim))
            {
                return null;
            }

            if (stored.Password.IsUsed)
            {
                return RefusalFor(new("otp-used", Severity.Error));
            }

            var after = stored with { Password = stored.Password with { IsUsed = true }, Claim = keys.Claim };
            if (await passwords.WriteAsync(post.Year, post.Agency, post.Form.Code, subject, after, cancellationToken))
            {
                return null;
            }
        }

        return Refusal.Raced;
    }

    private async Task<Refusal?> RefusalAsync(
        SurveyPost post, SheetKeys keys, Credential.Password sent, bool takes, CancellationToken cancellationToken)
    {
        if (OtpSubject.Read(sent.Subject) is not { } subject)
        {
            return Refusal.Invalid("subject-invalid");
        }

        var hash = PersonalHash.ForSubject(keys.Secrets.Respondents!, subject);
        var ofAddress = new SharedLimit("wrong-otp", ClientAddress.Network(post.ClientAddress), WrongOfAddress);
        var tried = await TryAsync(post, keys, (hash, sent.Text), takes, limits.PeekAsync(ofAddress, cancellationToken), cancellationToken);
        return tried is { Code: "otp-wrong" } && await limits.TakeAsync(ofAddress, cancellationToken) is { } problem
            ? Refusal.TooMany(problem)
            : tried;
    }

    /// <summary>Called when the sheet is stored: only the fact that the password was used is kept.</summary>
    public async Task FinishAsync(SurveyPost post, SheetKeys keys, Credential.Password sent, CancellationToken cancellationToken)
    {
        if (OtpSubject.Read(sent.Subject) is not { } subject)
        {
            return;
        }

        var key = keys.Secrets.Respondents!;
        var hash = PersonalHash.ForSubject(key, subject);
        var secret = PersonalHash.ForPassword(key, hash, OneTimePassword.Read(sent.Text) ?? "");
        await passwords.FinishAsync(post.Year, post.Agency, post.Form.Code, hash, secret, ExplainedFrom, cancellationToken);
    }

    /// <summary>The same for a subject that was proved before. The digits stay those that were sent last.</summary>
    public async Task FinishAsync(SurveyPost post, SheetKeys keys, Credential.Pass sent, CancellationToken cancellationToken)
    {
        var (year, agency, survey) = (post.Year, post.Agency, post.Form.Code);
        if (SurveyPass.Read(keys.Secrets.Respondents!, survey, post.Nonce, sent.Text) is { } subject
            && await passwords.FindAsync(year, agency, survey, subject, cancellationToken) is { Password.Secret: var secret })
        {
            await passwords.FinishAsync(year, agency, survey, subject, secret, ExplainedFrom, cancellationToken);
        }
    }

    // In whole quarters of an hour, so that it does not tell when the sheet came.
    private DateTimeOffset ExplainedFrom
    {
        get
        {
            var window = Guesses.OfSender.Window.Ticks;
            return new(clock.GetUtcNow().UtcTicks / window * window, TimeSpan.Zero);
        }
    }

    // The outcome of an attempt is written first, so that of two concurrent attempts one fails to write and reads again.
    private async Task<Refusal?> TryAsync(
        SurveyPost post,
        SheetKeys keys,
        (string Hash, string Typed) sent,
        bool takes,
        Task<Problem?> peeking,
        CancellationToken cancellationToken)
    {
        var (hash, typed) = sent;
        var sender = PersonalHash.ForSender(keys.Secrets.Respondents!, hash, post.ClientAddress);
        for (var round = 0; round < Rounds; round++)
        {
            var stored = await passwords.FindAsync(post.Year, post.Agency, post.Form.Code, hash, cancellationToken) ?? StoredPassword.None;
            if (SecretHash.AreSame(stored.Claim, keys.Claim))
            {
                return null;
            }

            if (await peeking is { } full && stored.Password.AskedFrom != sender)
            {
                return Refusal.TooMany(full);
            }

            var taken = stored.Password.Try(IsRight(keys, hash, typed, stored.Password), sender, clock.GetUtcNow());
            if (taken.Problem is null && !takes)
            {
                return null;
            }

            var after = stored with { Password = taken.After, Claim = taken.Problem is null ? keys.Claim : stored.Claim };
            if (after == stored || await passwords.WriteAsync(post.Year, post.Agency, post.Form.Code, hash, after, cancellationToken))
            {
                return taken.Problem is { } problem ? RefusalFor(problem) : null;
            }
        }

        return Refusal.Raced;
    }

    private static Refusal RefusalFor(Problem problem) =>
        problem.Code == "too-many-tries" ? Refusal.TooMany(problem) : Refusal.Forbidden(problem);

    private static bool IsRight(SheetKeys keys, string subjectHash, string typed, OneTimePassword password) =>
        OneTimePassword.Read(typed) is { } digits
            && SecretHash.AreSame(password.Secret, PersonalHash.ForPassword(keys.Secrets.Respondents!, subjectHash, digits));
}
