package com.newgroktimes.digest.rendering;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;

/** Lets templates name the parts of our models, and nothing that Java brings along: an object's class leads to much else. */
final class OurModels implements MemberAccessPolicy {

    private static final String OURS = "com.newgroktimes.digest.";

    private static final ClassMemberAccessPolicy ITS_PARTS = new ClassMemberAccessPolicy() {
        @Override
        public boolean isMethodExposed(Method method) {
            return method.getDeclaringClass().getName().startsWith(OURS);
        }

        @Override
        public boolean isConstructorExposed(Constructor<?> constructor) {
            return false;
        }

        @Override
        public boolean isFieldExposed(Field field) {
            return false;
        }
    };

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        return ITS_PARTS;
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return true;
    }
}
