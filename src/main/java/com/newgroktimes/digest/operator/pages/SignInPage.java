package com.newgroktimes.digest.operator.pages;

import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.platform.SignIn;
import com.newgroktimes.digest.platform.SignInLinks;

/** The way in: a link that works once. Opening it shows a button, for whoever opens links to look at them signs in nobody. */
@Controller
@RequestMapping("/console/sign-in")
final class SignInPage {

    private final SignInLinks links;
    private final SignIn signIn;

    SignInPage(SignInLinks links, SignIn signIn) {
        this.links = links;
        this.signIn = signIn;
    }

    @GetMapping
    String howToGetALink() {
        return "console/sign-in";
    }

    @GetMapping("/{token}")
    ModelAndView button(@PathVariable String token) {
        return links.opens(token) ? new ModelAndView("console/sign-in-button", Map.of("token", token)) : doesNotOpen();
    }

    @PostMapping("/{token}")
    ModelAndView enter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return signIn.signIn(request, response, token) ? SeeOther.at("/console") : doesNotOpen();
    }

    private static ModelAndView doesNotOpen() {
        return new ModelAndView("console/sign-in", Map.of("refused", true), HttpStatus.NOT_FOUND);
    }
}
